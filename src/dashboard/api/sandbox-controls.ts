import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { listCallbacks, retryCallback } from "#contract/callback-operations.ts";
import {
  armFault,
  disarmFaults,
  exportDatabase,
  type Fault,
  getClock,
  importDatabase,
  listFaults,
  moveClock,
  openAccount,
  resetAccount,
  setBalances,
} from "#contract/control-operations.ts";
import type { Amounts, Currency } from "#contract/currency.ts";
import type { BodyOf } from "#contract/operation.ts";
import type { Api } from "./api.ts";
import { accountKey, balanceQuery } from "./balance-query.ts";
import { basePath } from "./connection.ts";

const faultsKey = ["sandbox-faults"] as const;
const clockKey = ["sandbox-clock"] as const;
const callbacksKey = ["sandbox-callbacks"] as const;

/** The faults that are armed, each with how often it will still be met. Read often while it is shown: requests use them up. */
export function faultsQuery(api: Api) {
  return queryOptions({
    queryKey: faultsKey,
    queryFn: async ({ signal }) => (await api.call(listFaults, { signal })).body.faults,
    refetchInterval: 2_000,
  });
}

/** Let the next requests meet a fault. */
export function armFaultMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationFn: (fault: Fault) => api.call(armFault, { body: fault }),
    onSuccess: () => client.invalidateQueries({ queryKey: faultsKey }),
  });
}

/** Let no request meet a fault any more. */
export function disarmFaultsMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationFn: () => api.call(disarmFaults, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: faultsKey }),
  });
}

/** What balances become, in whole Buzz: those that are named; or one of them more than it is by then. */
export type BalanceChange = { set: Partial<Amounts> } | { topUp: Currency; by: number };

/** Change balances of the account; what is not named stays. */
export function changeBalancesMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationFn: async (change: BalanceChange) => {
      if ("set" in change) return api.call(setBalances, { body: change.set });
      // On top of what is there now, and not of what was last read: work may have been paid meanwhile.
      const now = await client.fetchQuery({ ...balanceQuery(api), staleTime: 0 });
      if (now === "unknown") throw new Error("What is there now is unknown.");
      return api.call(setBalances, { body: { [change.topUp]: now[change.topUp] + change.by } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: accountKey }),
  });
}

/** Open an account with balances and permissions of one's choice. */
export function openAccountMutation(api: Api) {
  return mutationOptions({ mutationFn: (wish: BodyOf<typeof openAccount>) => api.call(openAccount, { body: wish }) });
}

/** The sandbox's time, how far it is ahead of this machine's, and how fast work goes. */
export function clockQuery(api: Api) {
  return queryOptions({
    queryKey: clockKey,
    queryFn: async ({ signal }) => (await api.call(getClock, { signal })).body,
    refetchInterval: 10_000,
  });
}

/** Put the sandbox's clock ahead, or change how fast work goes that begins from now on. */
export function moveClockMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationFn: (change: BodyOf<typeof moveClock>) => api.call(moveClock, { body: change }),
    // Time changes everything that is on its way.
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Throw away everything of the account, and begin anew. */
export function resetAccountMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationFn: (seed: "demo" | "empty") => api.call(resetAccount, { body: { seed } }),
    onSuccess: () => client.resetQueries(),
  });
}

/** Where the browser saves the database file from. */
export function databaseUrl(api: Api): string {
  return `${basePath(api.connection)}${exportDatabase.path}`;
}

/** Go on with an exported database file in place of everything that is there. */
export function importDatabaseMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationFn: async (file: File) => api.call(importDatabase, { body: new Uint8Array(await file.arrayBuffer()) }),
    onSuccess: () => client.resetQueries(),
  });
}

/** The log of callbacks, newest first, page by page. */
export function callbacksQuery(api: Api) {
  return infiniteQueryOptions({
    queryKey: [...callbacksKey, api.hideMature],
    queryFn: async ({ signal, pageParam }) =>
      (await api.call(listCallbacks, { query: { take: 20, ...(pageParam ? { cursor: pageParam } : {}) }, signal }))
        .body,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    // What is on its way is through in a moment.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((delivery) => delivery.state === "pending")) ? 2_000 : 10_000,
  });
}

/** Deliver an event once more. */
export function retryCallbackMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationFn: (deliveryId: string) => api.call(retryCallback, { params: { deliveryId } }),
    onSettled: () => client.invalidateQueries({ queryKey: callbacksKey }),
  });
}
