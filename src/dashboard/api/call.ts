import type { AnswerOf, Operation } from "#contract/operation.ts";
import { problemOfNetwork, problemOfResponse, problemOfShape } from "./api-problem.ts";
import { basePath, type Connection } from "./connection.ts";
import { bytesUrl, MediumElsewhere, originRefused } from "./medium-bytes.ts";

/** A successful answer: its status, its body in the shape of the contract, and its headers. */
export type Answer<Body> = { status: number; body: Body; headers: Headers };

type Sending<Op extends Operation> = {
  connection: Connection;
  token: string | undefined;
  operation: Op;
  args: { params?: unknown; query?: unknown; body?: unknown; signal?: AbortSignal };
  always: Record<string, unknown>;
};

/**
 * Send one request: the only `fetch` of the dashboard. The answer is parsed by the schema that the operation declares
 * for its status. Throws an ApiProblem; an abort passes through as it is.
 */
export async function send<Op extends Operation>(sending: Sending<Op>): Promise<Answer<AnswerOf<Op>>> {
  const { operation, args } = sending;
  const response = await reach(urlOf(sending), requestOf(sending), args.signal);
  const declared = operation.responses[response.status];
  if (!response.ok || !declared) throw problemOfResponse(response, await response.text(), operation.method === "GET");
  const body =
    declared.kind === "json" ? await readJson(response, declared.schema.parse.bind(declared.schema)) : undefined;
  // Proven by the line above: the body has the shape that the operation declares for this status.
  return { status: response.status, body: body as AnswerOf<Op>, headers: response.headers };
}

function urlOf({ connection, operation, args, always }: Sending<Operation>): string {
  const params: Record<string, unknown> = { ...(args.params as object | undefined) };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  const query: Record<string, unknown> = { ...(args.query as object | undefined), ...always };
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== "") search.append(name, String(item));
    }
  }
  const printed = search.toString();
  return `${basePath(connection)}${path}${printed === "" ? "" : `?${printed}`}`;
}

function requestOf({ token, operation, args }: Sending<Operation>): RequestInit {
  const headers = new Headers({ Accept: "application/json" });
  if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
  const init: RequestInit = { method: operation.method, headers };
  if (operation.body?.kind === "json") {
    headers.set("Content-Type", operation.body.mediaType);
    init.body = JSON.stringify(args.body);
  } else if (operation.body?.kind === "bytes" && args.body instanceof Uint8Array) {
    init.body = new Uint8Array(args.body);
  }
  return init;
}

async function reach(url: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(url, { ...init, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw problemOfNetwork(error);
  }
}

async function readJson(response: Response, parse: (value: unknown) => unknown): Promise<unknown> {
  const text = await response.text();
  try {
    return parse(JSON.parse(text));
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 500) : "It is not what the contract says.";
    throw problemOfShape(response.status, detail);
  }
}

/**
 * The bytes of a medium, by the address that the server gave for it, without a key: it is signed. Throws a
 * MediumElsewhere when it is on a host that is not relayed, and an ApiProblem when nobody answers.
 */
export async function readMedium(url: string, signal?: AbortSignal): Promise<Response> {
  const from = bytesUrl(url);
  if (from === undefined) throw new MediumElsewhere(url);
  const response = await reach(from, {}, signal);
  const origin = originRefused(response);
  if (origin !== undefined) throw new MediumElsewhere(url, origin);
  return response;
}
