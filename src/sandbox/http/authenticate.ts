import { createHash } from "node:crypto";
import { sandboxToken } from "#contract/account-operation.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import { accountOf } from "../workflows/accounts.ts";
import { type ProblemReply, problem } from "./problems.ts";

/** All that is kept of a token. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * The account of the bearer; the first use of a sandbox token opens it. Anything else is refused before it is stored:
 * it may be a hosted key, pasted by mistake. Source: decisions, "Accounts and authorisation".
 */
export function authenticate(services: Services, request: Request): Account | ProblemReply {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
  if (bearer === undefined) return unauthorised("The request has no bearer token.");
  if (!sandboxToken.test(bearer)) return unauthorised("This token is not valid here.");
  return accountOf(services, hashToken(bearer));
}

export function isProblem(answer: object): answer is ProblemReply {
  return "kind" in answer && answer.kind === "problem";
}

function unauthorised(fault: string): ProblemReply {
  const detail = `${fault} This is the sandbox: its tokens are "sandbox_" and 4 or more letters, digits, "_" or "-", such as sandbox_alice.`;
  return { ...problem(401, detail), headers: { "WWW-Authenticate": 'Bearer realm="sandbox"' } };
}
