import { QueryClient } from "@tanstack/react-query";
import { type Api, createApi } from "#dashboard/api/api.ts";
import type { Connection } from "#dashboard/api/connection.ts";
import { retryDelayMs, retryRead } from "#dashboard/api/polling.ts";
import { readToken } from "#dashboard/features/connections/connection-store.ts";

/** Everything that belongs to one connection: its API and its cache. Nothing of one is ever shown under another. */
export type Workspace = { connection: Connection; queryClient: QueryClient; api: Api };

const clients = new Map<string, { token: string | undefined; client: QueryClient }>();

/**
 * The workspace of a connection. Its cache is kept while the page lives, so that switching back is instant; another
 * token is another account, and starts with an empty one.
 */
export function openWorkspace(connection: Connection, hideMature: boolean): Workspace {
  const token = readToken(connection);
  const known = clients.get(connection.id);
  const client = known && known.token === token ? known.client : createQueryClient();
  if (known && known.client !== client) known.client.clear();
  clients.set(connection.id, { token, client });
  // The token of this account for as long as the API lives: a run that is sent again under another one is paid twice.
  return { connection, queryClient: client, api: createApi(connection, () => token, hideMature) };
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: retryRead, retryDelay: retryDelayMs, gcTime: 30 * 60_000 },
      mutations: { retry: false },
    },
  });
}
