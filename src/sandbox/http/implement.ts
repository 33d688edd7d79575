import type { z } from "zod";
import { maxUploadBytes } from "#contract/blob-operations.ts";
import { droppedFields } from "#contract/dropped-fields.ts";
import type { HandlerReply, Operation, ParamsOf, ParsedBodyOf, ParsedQueryOf } from "#contract/operation.ts";
import { parseAsMeant } from "#contract/parse-as-meant.ts";
import { errorsOf } from "#contract/problem.ts";
import { droppedFieldsHeader } from "#contract/workflow-operations.ts";
import type { Dialect } from "../dialect/dialect.ts";
import { groupBy } from "../group-by.ts";
import { limitsOf } from "../options.ts";
import type { Account } from "../store/account-store.ts";
import { printJson } from "../workflows/printed.ts";
import { authenticate, isProblem } from "./authenticate.ts";
import type { Incoming } from "./incoming.ts";
import { invalidRequest, type ProblemReply, problem, problemResponse } from "./problems.ts";
import { readBytes, readJson } from "./read-body.ts";

/** A signed URL is its own permission, and a bearer is welcome; whoever is nobody in particular has no account. */
type Caller<Op extends Operation> = Op["access"] extends "read" | "write"
  ? Account
  : Op["access"] extends "signed"
    ? Account | undefined
    : undefined;

/** A request that has been read, before its body. */
export type Asked<Op extends Operation> = Incoming & {
  account: Caller<Op>;
  params: ParamsOf<Op>;
  query: ParsedQueryOf<Op>;
};

/** A request that has been read whole. `dropped`: paths of the body that no schema knows. */
export type Call<Op extends Operation> = Asked<Op> & { body: ParsedBodyOf<Op>; dropped: string[] };

type Awaitable<Value> = Value | Promise<Value>;
export type Handler<Op extends Operation> = (call: Call<Op>) => Awaitable<HandlerReply<Op> | ProblemReply>;
/** Looks at a request before its body is read; says why it is refused, or nothing. */
export type Guard<Op extends Operation> = (asked: Asked<Op>) => ProblemReply | undefined;

/** An operation with what answers it. */
export type Route = { operation: Operation; answer(incoming: Incoming): Promise<Response> };

/**
 * Bind an operation to its handler: who asks, parameters, query and body are checked as the operation declares, and the
 * handler can only answer what the operation declares. Curried, or the compiler loses the literal statuses.
 */
export function implement<const Op extends Operation>(operation: Op, guard?: Guard<Op>) {
  return (handler: Handler<Op>): Route => ({
    operation,
    async answer(incoming) {
      const { dialect } = incoming.services;
      const identified = identify(operation, incoming);
      if (!identified.ok) return problemResponse(identified.reply, dialect);
      const { headers } = identified;
      const reply = await answer(operation, guard, handler, incoming, identified.account);
      return isProblem(reply)
        ? problemResponse({ ...reply, headers: { ...headers, ...reply.headers } }, dialect)
        : encode(reply as LooseReply, headers, dialect);
    },
  });
}

async function answer<Op extends Operation>(
  operation: Op,
  guard: Guard<Op> | undefined,
  handler: Handler<Op>,
  incoming: Incoming,
  account: Account | undefined,
): Promise<HandlerReply<Op> | ProblemReply> {
  const offered = incoming.services.dialect.offer(operation) ?? operation;
  const params = operation.params?.safeParse(incoming.pathParams);
  const query = operation.query?.safeParse(readQuery(incoming.url, offered.query));
  if (params?.success === false) return invalidRequest("The path is not valid.", errorsOf(params.error.issues));
  if (query?.success === false) return invalidRequest("The query is not valid.", errorsOf(query.error.issues));
  // Proven by the lines above: these are the outputs of the operation's own schemas, and `identify` knows its access.
  const asked = { ...incoming, account, params: params?.data, query: query?.data } as Asked<Op>;
  const refused = guard?.(asked);
  if (refused) return refused;
  const body = await readBody(offered, incoming);
  if (!body.ok) return body.reply;
  // Proven by readBody: the body has passed the operation's schema, or the narrower one of the dialect.
  return handler({ ...asked, body: body.value, dropped: body.dropped } as Call<Op>);
}

type Identified = { ok: true; account?: Account; headers: Record<string, string> } | { ok: false; reply: ProblemReply };

/** Who asks, whether that account may, and whether it asks too often. Signed URLs are not counted: a page shows many. */
function identify(operation: Operation, { services, rateLimit, request }: Incoming): Identified {
  const { access } = operation;
  const isOpen = access === "public" || (access === "signed" && !request.headers.has("Authorization"));
  if (isOpen) return { ok: true, headers: {} };
  const account = authenticate(services, request);
  if (isProblem(account)) return { ok: false, reply: account };
  const { headers, refused } = services.dialect.isLimited(operation) ? rateLimit.take(account.id) : { headers: {} };
  if (refused) return { ok: false, reply: refused };
  if (access === "write" && !account.permissions.write) {
    return { ok: false, reply: { ...problem(403, "This token may only read."), headers } };
  }
  return { ok: true, account, headers };
}

type ReadBody = { ok: true; value: unknown; dropped: string[] } | { ok: false; reply: ProblemReply };

async function readBody(operation: Operation, { services, request }: Incoming): Promise<ReadBody> {
  const { body } = operation;
  if (!body) return { ok: true, value: undefined, dropped: [] };
  if (body.kind === "bytes") {
    const read = await readBytes(request, body.maxBytes ?? maxUploadBytes);
    return read.ok ? { ...read, dropped: [] } : read;
  }
  const read = await readJson(request, body, limitsOf(services.options));
  if (!read.ok) return read;
  const given = services.dialect.tolerate(operation, read.value);
  const parsed = parseAsMeant(body.schema, given);
  if (parsed.success) return { ok: true, value: parsed.data, dropped: droppedFields(given, parsed.data) };
  return { ok: false, reply: invalidRequest("The body is not valid; errors says where.", errorsIn(parsed.error)) };
}

function errorsIn(error: z.core.$ZodError): Record<string, string[]> {
  return errorsOf(error.issues);
}

/**
 * A parameter that is given once is a text, one that is repeated a list. Its name counts in any case, as in .NET: a
 * `whatIf` that was passed over would be charged. What is not offered is passed over.
 */
function readQuery(url: URL, offered: Operation["query"]): Record<string, string | string[]> {
  const given = groupBy([...url.searchParams], ([name]) => name.toLowerCase());
  return Object.fromEntries(
    Object.keys(offered?.shape ?? {}).flatMap((name) => {
      const values = given.get(name.toLowerCase())?.map(([, value]) => value);
      return values ? [[name, values.length === 1 ? (values[0] ?? "") : values]] : [];
    }),
  );
}

/** HandlerReply with its generic taken off. */
type LooseReply = {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  bytes?: Uint8Array | AsyncIterable<Uint8Array>;
  location?: string;
};

function encode(reply: LooseReply, more: Record<string, string>, dialect: Dialect): Response {
  const { status, headers, body, bytes, location } = reply;
  const all = new Headers({ ...more, ...headers });
  if (!dialect.namesDroppedFields) all.delete(droppedFieldsHeader);
  if (location !== undefined) {
    const redirect = dialect.redirect(new URL(location));
    all.set("Location", redirect.location);
    return new Response(null, { status: redirect.status, headers: all });
  }
  if (bytes instanceof Uint8Array) return new Response(new Uint8Array(bytes), { status, headers: all });
  if (bytes) return new Response(ReadableStream.from(bytes), { status, headers: all });
  if (body === undefined) return new Response(null, { status, headers: all });
  if (!all.has("Content-Type")) all.set("Content-Type", "application/json");
  return new Response(printJson(body), { status, headers: all });
}
