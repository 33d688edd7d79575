import type { Problem } from "#contract/problem.ts";
import type { Dialect } from "../dialect/dialect.ts";
import type { Refusal } from "../refusal.ts";

/** An answer that says why not: `application/problem+json`, RFC 9457. */
export type ProblemReply = { kind: "problem"; status: number; problem: Problem; headers?: Record<string, string> };

/** A problem of a status, with its usual title. */
export function problem(status: number, detail: string, more: Problem = {}): ProblemReply {
  return { kind: "problem", status, problem: { type: "about:blank", title: titles[status], status, detail, ...more } };
}

/** What is wrong with a request, by the path in it. */
export function invalidRequest(detail: string, errors: Record<string, string[]>): ProblemReply {
  return problem(400, detail, { errors });
}

/**
 * A refusal as a problem. Too little Buzz forbids a submit (403), and makes an amendment not valid (400).
 * Source: decisions, "Submitting", "Mature content", "Querying and amending".
 */
export function refuse(refusal: Refusal, shortfallStatus: 400 | 403 = 400): ProblemReply {
  switch (refusal.reason) {
    case "invalid":
      return invalidRequest(refusal.detail, refusal.errors);
    case "insufficient-buzz": {
      const { required, available, missing } = refusal;
      const detail = `This costs ${required} Buzz, and ${missing} Buzz are missing in the currencies that may pay.`;
      return problem(shortfallStatus, detail, { title: "Insufficient Buzz", required, available, missing });
    }
    case "payment-impossible":
      return problem(403, refusal.detail, { title: "Payment Impossible" });
    case "not-permitted":
      return problem(403, refusal.detail);
    case "not-found":
      return problem(404, refusal.detail);
    case "conflict":
      return problem(409, refusal.detail);
  }
}

export function problemResponse(reply: ProblemReply, dialect: Dialect): Response {
  const { status, mediaType, text } = dialect.writeProblem(reply.status, reply.problem);
  return new Response(text, { status, headers: { ...reply.headers, "Content-Type": mediaType } });
}

const titles: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
};
