import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { json, operation } from "#contract/operation.ts";
import type { Api } from "./api.ts";
import type { ListCapabilities } from "./list-pages.ts";

/** The OpenAPI document that a server publishes of itself; about 1 MB on the hosted API. */
export const readDocument = operation({
  id: "ReadDocument",
  method: "GET",
  path: "/openapi/v2-consumers.json",
  summary: "The OpenAPI document that the server enforces",
  tag: "Document",
  access: "public",
  responses: { 200: json(z.record(z.string(), z.unknown()), "The document.") },
});

/** The connected server's document, read once a visit. */
export function documentQuery(api: Api) {
  return queryOptions({
    queryKey: ["document"],
    queryFn: async ({ signal }) => (await api.call(readDocument, { signal })).body,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}

/**
 * Which filters the server declares. The sandbox's are known, so that its first list waits for no document; of another
 * server the document is asked, and where it can't be read nothing is taken for granted.
 */
export function capabilitiesQuery(api: Api) {
  return queryOptions({
    queryKey: ["capabilities"],
    queryFn: async ({ client }): Promise<ListCapabilities> => {
      const document = await client.fetchQuery(documentQuery(api)).catch(() => ({}));
      return readCapabilities(document);
    },
    ...(api.connection.kind === "sandbox" ? { initialData: { filtersStatus: true, excludesTags: true } } : {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const listParameters = z.looseObject({
  paths: z.looseObject({
    "/v2/consumer/workflows": z.looseObject({
      get: z.looseObject({ parameters: z.array(z.looseObject({ name: z.string() })).default([]) }),
    }),
  }),
});

/** Which list filters an OpenAPI document declares. */
export function readCapabilities(document: unknown): ListCapabilities {
  const read = listParameters.safeParse(document);
  const names = read.success ? read.data.paths["/v2/consumer/workflows"].get.parameters.map(({ name }) => name) : [];
  return { filtersStatus: names.includes("status"), excludesTags: names.includes("excludeTags") };
}
