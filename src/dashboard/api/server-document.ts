import { queryOptions } from "@tanstack/react-query";
import { getDocument } from "#contract/document-operation.ts";
import type { Api } from "./api.ts";
import type { ServerCapabilities } from "./server-capabilities.ts";

/** The connected server's document, read once a visit. */
export function documentQuery(api: Api) {
  return queryOptions({
    queryKey: ["document"],
    queryFn: async ({ signal }) => (await api.call(getDocument, { signal })).body,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}

/** What the server declares. Where its document can't be read, nothing is taken for granted. */
export function capabilitiesQuery(api: Api) {
  return queryOptions({
    queryKey: ["capabilities"],
    queryFn: async ({ client }): Promise<ServerCapabilities> => {
      const [document, { readCapabilities }] = await Promise.all([
        client.fetchQuery(documentQuery(api)).catch(() => ({})),
        // Lists without a filter do without it.
        import("./server-capabilities.ts"),
      ]);
      return readCapabilities(document);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
