import { type QueryClient, queryOptions } from "@tanstack/react-query";
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

/** How long the server is left alone whose document could not be read. */
const unreadMs = 60_000;

/** What the server declares. While its document can't be read, nothing is taken for granted; it is asked for again. */
export function capabilitiesQuery(api: Api) {
  return queryOptions({
    queryKey: ["capabilities"],
    queryFn: async ({ client }): Promise<ServerCapabilities & { isUnread: boolean }> => {
      const [document, { readCapabilities }] = await Promise.all([
        client.fetchQuery(documentQuery(api)).catch(() => undefined),
        // Lists without a filter do without it.
        import("./server-capabilities.ts"),
      ]);
      return { ...readCapabilities(document ?? {}), isUnread: document === undefined };
    },
    staleTime: ({ state }) => (state.data?.isUnread ? unreadMs : Number.POSITIVE_INFINITY),
    refetchInterval: ({ state }) => (state.data?.isUnread ? unreadMs : false),
  });
}

/** The same for who asks by itself: what is known by now is answered at once, and looked at again when it has to be. */
export function knownCapabilities(api: Api, client: QueryClient): Promise<ServerCapabilities> {
  return client.ensureQueryData({ ...capabilitiesQuery(api), revalidateIfStale: true });
}
