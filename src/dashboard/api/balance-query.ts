import { queryOptions } from "@tanstack/react-query";
import { getAccount } from "#contract/account-operation.ts";
import type { Amounts } from "#contract/currency.ts";
import type { Api } from "./api.ts";
import { ApiProblem } from "./api-problem.ts";

/** Balances in whole Buzz, or that nobody can tell them: the hosted API has no balance endpoint. Never 0 for unknown. */
export type Balances = Amounts | "unknown";

/** The key of what is known of the account: stale whenever Buzz was moved. */
export const accountKey = ["account"] as const;

/** The balances of the connection's account. Source: decisions, "Accounts and authorisation". */
export function balanceQuery(api: Api) {
  return queryOptions({
    queryKey: accountKey,
    queryFn: async ({ signal }): Promise<Balances> => {
      if (api.connection.kind !== "sandbox") return "unknown";
      try {
        return (await api.call(getAccount, { signal })).body.balances;
      } catch (error) {
        // A sandbox in the hosted dialect has no such endpoint either.
        if (error instanceof ApiProblem && error.status === 404) return "unknown";
        throw error;
      }
    },
    staleTime: 5_000,
    refetchInterval: api.connection.kind === "sandbox" ? 30_000 : false,
  });
}
