import { z } from "zod";
import { json, operation } from "#contract/operation.ts";
import { implement, type Route } from "./implement.ts";

const getDocument = operation({
  id: "GetDocument",
  method: "GET",
  path: "/openapi/v2-consumers.json",
  summary: "The OpenAPI document of what this server really enforces",
  tag: "Document",
  access: "public",
  responses: { 200: json(z.unknown(), "The document.") },
});

/** The document as it is printed at the first request for it. */
export function documentRoutes(print: () => unknown): readonly Route[] {
  let printed: unknown;
  const get = implement(getDocument)(() => {
    printed ??= print();
    return { status: 200, body: printed, headers: { "Cache-Control": "no-cache" } };
  });
  return [get];
}
