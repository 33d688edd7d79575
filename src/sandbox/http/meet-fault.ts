import type { Fault } from "#contract/control-operations.ts";
import type { Dialect } from "../dialect/dialect.ts";
import { answerErrorPage } from "../dialect/error-page.ts";
import { problem, problemResponse } from "./problems.ts";

/** The connection is to be closed without an answer: the host destroys the socket, a caller in process sees this error. */
export class DroppedConnection extends Error {
  constructor() {
    super("The connection was dropped, as an armed fault wants it.");
    this.name = "DroppedConnection";
  }
}

/**
 * Let a request meet a fault; only `drop-after-commit` lets the work be done. `ends`: when the caller has gone, or the
 * sandbox closes, nothing hangs any longer.
 */
export async function meetFault(
  kind: Fault["kind"],
  ends: readonly AbortSignal[],
  dialect: Dialect,
  work: () => Promise<Response>,
): Promise<Response> {
  switch (kind) {
    case "429": {
      const refused = problem(429, "Too many requests, as an armed fault wants it.");
      const limit = { RateLimit: '"fault";r=0;t=1', "RateLimit-Policy": '"fault";q=0;w=1' };
      return problemResponse({ ...refused, headers: { "Retry-After": "1", ...limit } }, dialect);
    }
    case "500":
      return problemResponse(problem(500, "The server failed, as an armed fault wants it."), dialect);
    case "502-html":
      return answerErrorPage(502, "502 Bad Gateway");
    case "524":
      return answerErrorPage(524, "524: A timeout occurred");
    case "hang":
      await untilFirst(ends);
      throw new DroppedConnection();
    case "drop":
      throw new DroppedConnection();
    case "drop-after-commit":
      await work();
      throw new DroppedConnection();
  }
}

/** By hand: what `AbortSignal.any` makes may be collected while somebody waits for it. */
function untilFirst(signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      for (const signal of signals) signal.removeEventListener("abort", end);
      resolve();
    };
    for (const signal of signals) signal.addEventListener("abort", end);
    if (signals.some(({ aborted }) => aborted)) end();
  });
}
