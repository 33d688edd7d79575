import * as z from "zod/mini";
import { isObject } from "../json.ts";
import type { Body, Operation, Reply } from "../operation.ts";
import { type PrintedSchema, printSchema, refTo } from "./print-schema.ts";

/** Which component stands for a schema of the operation table. */
export type Names = (schema: unknown) => string | undefined;

/** An operation as OpenAPI writes it. */
export function printOperation(operation: Operation, names: Names): Record<string, unknown> {
  const { id, summary, tag, access, body, responses } = operation;
  return {
    operationId: id,
    summary,
    tags: [tag],
    parameters: [...parametersOf(operation.params, "path"), ...parametersOf(operation.query, "query")],
    ...(body ? { requestBody: printBody(body, names) } : {}),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, reply]) => [status, printReply(reply, names)]),
    ),
    ...(access === "read" || access === "write" ? { security: [{ ApiKey: [] }] } : {}),
  };
}

function parametersOf(schema: Operation["params"], place: "path" | "query"): PrintedSchema[] {
  if (!schema) return [];
  const { properties, required } = printSchema(schema, "input");
  const listed: unknown[] = Array.isArray(required) ? required : [];
  return Object.entries(isObject(properties) ? properties : {}).map(([name, printed]) => ({
    name,
    in: place,
    required: place === "path" || listed.includes(name),
    schema: {
      ...(isObject(printed) && Object.keys(printed).length > 0
        ? printed
        : { type: "array", items: { type: "string" } }),
      ...defaultOf(schema.shape[name]),
    },
  }));
}

/** What holds where nothing is said. The printer leaves it out where a text becomes another value. */
function defaultOf(schema: z.core.$ZodType | undefined): PrintedSchema {
  const { data } = schema ? z.safeParse(schema, undefined) : { data: undefined };
  return data === undefined || Array.isArray(data) ? {} : { default: data };
}

function printBody(body: Body, names: Names): PrintedSchema {
  if (body.kind === "bytes") {
    return {
      required: true,
      content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
    };
  }
  return { required: true, content: { [body.mediaType]: { schema: schemaOf(body.schema, names, "input") } } };
}

function printReply(reply: Reply, names: Names): PrintedSchema {
  switch (reply.kind) {
    case "json":
      return {
        description: reply.description,
        content: { "application/json": { schema: schemaOf(reply.schema, names, "output") } },
      };
    case "bytes":
      return {
        description: reply.description,
        content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
      };
    case "redirect":
      return { description: reply.description, headers: { Location: { schema: { type: "string", format: "uri" } } } };
    case "empty":
      return { description: reply.description };
  }
}

function schemaOf(schema: Parameters<typeof printSchema>[0], names: Names, io: "input" | "output"): PrintedSchema {
  const name = names(schema);
  return name === undefined ? printSchema(schema, io) : refTo(name);
}
