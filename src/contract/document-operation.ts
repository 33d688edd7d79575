import * as z from "zod/mini";
import { json, operation } from "./operation.ts";

/** The OpenAPI document that a server publishes of itself, and does not describe in it; about 1 MB on the hosted API. */
export const getDocument = operation({
  id: "GetDocument",
  method: "GET",
  path: "/openapi/v2-consumers.json",
  summary: "The OpenAPI document of what this server really enforces",
  tag: "Document",
  access: "public",
  responses: { 200: json(z.record(z.string(), z.unknown()), "The document.") },
});
