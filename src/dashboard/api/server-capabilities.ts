import * as z from "zod/mini";
import { readDocument } from "#contract/catalogue/document.ts";
import type { ListCapabilities } from "./list-pages.ts";

const declared = z.looseObject({ parameters: z._default(z.array(z.looseObject({ name: z.string() })), []) });
const jsonBody = z.looseObject({
  content: z.looseObject({ "application/json": z.looseObject({ schema: z.record(z.string(), z.unknown()) }) }),
});
const capabilityPaths = z.looseObject({
  paths: z.looseObject({
    "/v2/consumer/workflows": z.looseObject({ get: declared }),
    "/v2/consumer/workflows/{workflowId}/steps/{stepName}": z.optional(
      z.looseObject({ put: z.optional(z.looseObject({ requestBody: z.optional(jsonBody) })) }),
    ),
    "/v2/consumer/workflows/{workflowId}": z.optional(
      z.looseObject({ get: z.optional(declared), put: z.optional(declared) }),
    ),
  }),
});

/** What a server offers beyond the oldest published document: nothing is taken for granted. */
export type ServerCapabilities = ListCapabilities & {
  /** PUT with `whatif`: the workflow as it would be. */
  previewsUpdates: boolean;
  /** GET with `until=change`: an answer at the next change. */
  waitsForChange: boolean;
  /** PUT of a step takes a new `input`. Another server passes it over, or refuses the whole. */
  rewritesInputs: boolean;
};

/** What an OpenAPI document declares. */
export function readCapabilities(document: unknown): ServerCapabilities {
  const read = capabilityPaths.safeParse(document);
  const list = read.success ? read.data.paths["/v2/consumer/workflows"].get : undefined;
  const one = read.success ? read.data.paths["/v2/consumer/workflows/{workflowId}"] : undefined;
  const step = read.success ? read.data.paths["/v2/consumer/workflows/{workflowId}/steps/{stepName}"] : undefined;
  const stepUpdate = step?.put?.requestBody?.content["application/json"].schema;
  const has = (operation: typeof list, name: string) =>
    operation?.parameters.some((parameter) => parameter.name === name) ?? false;
  return {
    filtersStatus: has(list, "status"),
    excludesTags: has(list, "excludeTags"),
    previewsUpdates: has(one?.put, "whatif"),
    waitsForChange: has(one?.get, "until"),
    rewritesInputs: stepUpdate !== undefined && readDocument(document).flatten(stepUpdate).properties.has("input"),
  };
}
