import { type InsufficientBuzz, insufficientBuzzSchema, type Problem, problemSchema } from "#contract/problem.ts";
import { originRefused } from "./medium-bytes.ts";

/** What went wrong at the door: the server refused, it failed, it could not be reached, or its answer made no sense. */
export type ProblemKind = "refused" | "server" | "network" | "unreadable";

/**
 * Any failure of a call, built once. Nobody parses messages: status, field errors and the retry time are kept apart.
 * Source: facts 5.1 and 5.2.
 */
export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  /** HTTP status; absent when no answer came. */
  readonly status: number | undefined;
  readonly title: string;
  /** Errors by path of the request, such as `steps[0].input.width`. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  readonly retryAfterSeconds: number | undefined;
  readonly insufficientBuzz: InsufficientBuzz | undefined;
  /** The relay refused to pass the request on: the server was not asked. */
  readonly isOfRelay: boolean;

  constructor(facts: {
    kind: ProblemKind;
    title: string;
    detail: string;
    status?: number;
    fieldErrors?: Record<string, string[]>;
    retryAfterSeconds?: number;
    insufficientBuzz?: InsufficientBuzz;
    isOfRelay?: boolean;
  }) {
    super(facts.detail);
    this.name = "ApiProblem";
    this.kind = facts.kind;
    this.title = facts.title;
    this.status = facts.status;
    this.fieldErrors = facts.fieldErrors ?? {};
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.insufficientBuzz = facts.insufficientBuzz;
    this.isOfRelay = facts.isOfRelay ?? false;
  }
}

/**
 * The problem of an answer that is no success: problem document, JSON string, plain text or an HTML error page.
 * `isRead`: nothing was to be changed, so nobody has to wonder what was.
 */
export function problemOfResponse(response: Response, body: string, isRead = false): ApiProblem {
  const kind: ProblemKind = response.status >= 500 ? "server" : "refused";
  const retryAfterSeconds = readRetryAfter(response.headers.get("Retry-After"));
  const known = readProblem(body);
  const text = known ?? readText(body);
  const problem: Problem = typeof text === "string" ? { detail: text } : text;
  const title = problem.title && !phrases.has(problem.title.toLowerCase()) ? problem.title : meaningOf(response.status);
  const isOfRelay = originRefused(response) !== undefined;
  const insufficient = insufficientBuzzSchema.safeParse(problem);
  return new ApiProblem({
    kind,
    status: response.status,
    title: isOfRelay ? "Not passed on" : title,
    isOfRelay,
    detail: problem.detail ?? firstError(problem) ?? whatToDo(response.status, isRead),
    ...(problem.errors ? { fieldErrors: problem.errors } : {}),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(insufficient.success ? { insufficientBuzz: insufficient.data } : {}),
  });
}

/** The problem of a request that got no answer. */
export function problemOfNetwork(cause: unknown): ApiProblem {
  const offline = typeof navigator !== "undefined" && !navigator.onLine;
  const problem = new ApiProblem({
    kind: "network",
    title: offline ? "You are offline" : "No answer from the server",
    detail: offline
      ? "The request was not sent. It works again when the network is back."
      : "The connection broke before an answer came. Whether the request arrived is unknown.",
  });
  problem.cause = cause;
  return problem;
}

/** The problem of a successful answer that is not what the contract says. */
export function problemOfShape(status: number, detail: string): ApiProblem {
  return new ApiProblem({ kind: "unreadable", status, title: "The server's answer could not be read", detail });
}

/** Any thrown thing as an ApiProblem; a bug of ours keeps its message. */
export function toApiProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ApiProblem({ kind: "unreadable", title: "Something in this page failed", detail });
}

function readProblem(body: string): Problem | string | undefined {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === "string") return value;
    const problem = problemSchema.safeParse(value);
    if (!problem.success) return undefined;
    // An older shape of the hosted API: {"error": "Insufficient Buzz"}. Source: facts 9, item 9.
    return typeof problem.data.error === "string" ? { detail: problem.data.error, ...problem.data } : problem.data;
  } catch {
    return undefined;
  }
}

/** Plain text as it is; an HTML error page by its title, never its markup. */
function readText(body: string): Problem {
  const text = body.trim();
  if (text === "") return {};
  if (!text.startsWith("<")) return { detail: text.slice(0, 500) };
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1]?.trim();
  return title ? { detail: `The server answered with an error page: "${title}".` } : {};
}

function firstError(problem: Problem): string | undefined {
  const [first] = Object.entries(problem.errors ?? {});
  return first ? `${first[0]}: ${first[1].join(" ")}` : undefined;
}

function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const instant = Date.parse(header);
  return Number.isNaN(instant) ? undefined : Math.max(0, Math.ceil((instant - Date.now()) / 1000));
}

/** What HTTP itself calls a status says less to an operator than our own words. */
const phrases = new Set([
  ...["bad request", "unauthorized", "forbidden", "not found", "conflict", "too many requests"],
  ...["internal server error", "bad gateway", "service unavailable", "gateway timeout"],
]);

function meaningOf(status: number): string {
  const meanings: Record<number, string> = {
    400: "The request is not valid",
    401: "The API key was not accepted",
    402: "The Buzz does not suffice",
    403: "Not allowed",
    404: "Not found",
    409: "Too late for that",
    413: "Too large",
    415: "Not a file type that is taken",
    429: "Too many requests",
    524: "The server took too long",
  };
  return meanings[status] ?? (status >= 500 ? "The server failed" : `Refused with status ${status}`);
}

function whatToDo(status: number, isRead: boolean): string {
  if (status === 401) return "Check the API key of this connection.";
  if (status === 404) return "It may be deleted, older than the server keeps things, or of another account.";
  if (status === 429) return "Wait a moment; it is tried again by itself where that is safe.";
  if (status >= 500 && isRead) return "It may answer in a moment.";
  if (status >= 500) return "Nothing is known of what was done. Reading again is safe.";
  return "The server gave no reason.";
}
