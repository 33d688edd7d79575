import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { armFault, disarmFaults, type Fault, listFaults, setBalances } from "#contract/control-operations.ts";
import type { Amounts } from "#contract/currency.ts";
import type { Api } from "./api.ts";
import { accountKey } from "./balance-query.ts";

const faultsKey = ["sandbox-faults"] as const;

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

/** Set balances of the account, in whole Buzz; what is not said stays. */
export function setBalancesMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationFn: (balances: Partial<Amounts>) => api.call(setBalances, { body: balances }),
    onSuccess: () => client.invalidateQueries({ queryKey: accountKey }),
  });
}
