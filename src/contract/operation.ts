import * as z from "zod/mini";

export type Method = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What an operation answers with a status: JSON of a shape, nothing, bytes, or a redirect. */
export type Reply =
  | { kind: "json"; schema: z.ZodMiniType; description: string; headers?: readonly string[] }
  | { kind: "empty" | "bytes" | "redirect"; description: string };

/** What an operation takes as its body: JSON of a shape, or raw bytes. */
export type Body =
  | { kind: "json"; schema: z.ZodMiniType; mediaType: "application/json" | "application/json-patch+json" }
  | { kind: "bytes"; maxBytes?: number };

/**
 * One operation of the API, said once: the dashboard calls it, the sandbox implements it, the OpenAPI document is
 * printed from it. `path` has its parameters in braces.
 */
export type Operation = {
  id: string;
  method: Method;
  path: string;
  summary: string;
  tag: string;
  /** Whether a bearer token is needed. A signed URL is its own permission. */
  access: "read" | "write" | "signed" | "public";
  params?: z.ZodMiniObject;
  query?: z.ZodMiniObject;
  body?: Body;
  responses: Readonly<Record<number, Reply>>;
};

/** Declare an operation; keeps the literal types of paths and statuses. */
export function operation<const Op extends Operation>(definition: Op): Op {
  return definition;
}

export const json = <Schema extends z.ZodMiniType>(schema: Schema, description: string) =>
  ({ kind: "json", schema, description }) as const;
export const empty = (description: string) => ({ kind: "empty", description }) as const;
export const bytes = (description: string) => ({ kind: "bytes", description }) as const;
export const redirect = (description: string) => ({ kind: "redirect", description }) as const;

export type ParamsOf<Op extends Operation> = Op["params"] extends z.ZodMiniType ? z.output<Op["params"]> : undefined;
/** The query as the caller writes it: every member may be left out. */
export type QueryOf<Op extends Operation> = Op["query"] extends z.ZodMiniType
  ? Partial<z.output<Op["query"]>>
  : undefined;
/** The query as the handler reads it: with its defaults. */
export type ParsedQueryOf<Op extends Operation> = Op["query"] extends z.ZodMiniType ? z.output<Op["query"]> : undefined;
/** The body as the caller writes it. */
export type BodyOf<Op extends Operation> = Op["body"] extends { kind: "json"; schema: infer S extends z.ZodMiniType }
  ? z.input<S>
  : Op["body"] extends { kind: "bytes" }
    ? Uint8Array
    : undefined;
/** The body as the handler reads it. */
export type ParsedBodyOf<Op extends Operation> = Op["body"] extends {
  kind: "json";
  schema: infer S extends z.ZodMiniType;
}
  ? z.output<S>
  : Op["body"] extends { kind: "bytes" }
    ? Uint8Array
    : undefined;

/** The statuses with which an operation says that it did what was asked. */
type SuccessOf<Op extends Operation> = Extract<keyof Op["responses"], 200 | 201 | 202 | 204>;

/** What an operation answers when it did what was asked: JSON, or `undefined` where a status has no body. */
export type AnswerOf<Op extends Operation> = {
  [Status in SuccessOf<Op>]: Op["responses"][Status] extends { kind: "json"; schema: infer S extends z.ZodMiniType }
    ? z.output<S>
    : undefined;
}[SuccessOf<Op>];

/** What a handler may answer: a declared status with the body of that status. */
export type HandlerReply<Op extends Operation> = {
  [Status in keyof Op["responses"]]: {
    status: Status;
    headers?: Record<string, string>;
  } & (Op["responses"][Status] extends { kind: "json"; schema: infer S extends z.ZodMiniType }
    ? { body: z.input<S> }
    : Op["responses"][Status] extends { kind: "bytes" }
      ? { bytes: Uint8Array | AsyncIterable<Uint8Array> }
      : Op["responses"][Status] extends { kind: "redirect" }
        ? { location: string }
        : unknown);
}[keyof Op["responses"]];

const booleanText = z.pipe(
  z.string().check(z.toLowerCase()),
  z.enum(["true", "false"], { error: 'Write "true" or "false".' }),
);

/** A boolean of the query string: `true` or `false` in any case; left out is neither. */
export const optionalBooleanParam = () =>
  z
    .optional(
      z.pipe(
        booleanText,
        z.transform((text) => text === "true"),
      ),
    )
    .check(z.meta({ type: "boolean" }));

/** A boolean of the query string that has a default. */
export const booleanParam = (byDefault: boolean) =>
  z
    ._default(
      z.pipe(
        booleanText,
        z.transform((text) => text === "true"),
      ),
      byDefault,
    )
    .check(z.meta({ type: "boolean", default: byDefault }));

/** A choice of the query string, in any case. */
export const choiceParam = <const Choices extends readonly string[]>(choices: Choices) =>
  z
    .pipe(z.string().check(z.toLowerCase()), z.enum(choices, { error: `Write one of ${choices.join(", ")}.` }))
    .check(z.meta({ type: "string", enum: choices }));

/** A whole number of the query string. */
export const integerParam = (bounds: { min: number; max: number; default: number }) =>
  z
    ._default(
      z.pipe(
        z.pipe(z.string().check(z.regex(/^-?\d{1,10}$/, "Write a whole number.")), z.transform(Number)),
        z.int().check(z.minimum(bounds.min), z.maximum(bounds.max)),
      ),
      bounds.default,
    )
    .check(z.meta({ type: "integer", minimum: bounds.min, maximum: bounds.max, default: bounds.default }));

/**
 * Seconds to wait for the end of a workflow; more than 100 counts as 100, whatever an int32 holds: clients have sent
 * milliseconds. Source: decisions, "Submitting"; facts 1.5 #12.
 */
export const waitParam = () => integerParam({ min: 0, max: 2_147_483_647, default: 0 });

/** A parameter of the query string that may be repeated; left out is the empty list. */
export const listParam = <Item extends z.ZodMiniType>(item: Item) =>
  z._default(
    z.pipe(
      z.transform((given) => (Array.isArray(given) ? given : [given])),
      z.array(item),
    ),
    [],
  );

const isoInstant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/i;

/**
 * A date and time of the query string, as an ISO 8601 string. Without a zone it is in UTC, wherever the server stands. A
 * plus that came without its escape has become a blank on the way, and still means a plus.
 */
export const instantParam = () =>
  z.string().check(
    z.overwrite((text) => text.replace(/ (?=\d\d:\d\d$)/, "+").replace(/(?<=T\d\d:\d\d[\d:.]*)$/i, "Z")),
    z.refine(
      (text) => isoInstant.test(text) && !Number.isNaN(Date.parse(text)),
      "Write a date and time such as 2026-11-24T10:00:00Z.",
    ),
    z.meta({ format: "date-time" }),
  );
