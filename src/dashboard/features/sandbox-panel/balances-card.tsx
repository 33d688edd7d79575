import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { highestBalance } from "#contract/account-operation.ts";
import { type Amounts, type Currency, currencies } from "#contract/currency.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { balanceQuery } from "#dashboard/api/balance-query.ts";
import { setBalancesMutation } from "#dashboard/api/sandbox-controls.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { buzzNumber, currencyName } from "#dashboard/display/words.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { NumberField } from "#dashboard/ui/number-field.tsx";
import { PanelCard } from "./panel-card.tsx";

const topUpBy = 1_000;

/** The play money of the account: set it, or top it up. */
export function BalancesCard() {
  const api = useApi();
  const { data } = useQuery(balanceQuery(api));
  const client = useQueryClient();
  const change = useMutation(setBalancesMutation(api, client));
  const [typed, type] = useState<Partial<Amounts>>({});
  const balances = data === "unknown" ? undefined : data;
  // On top of what is there now, and not of what was last read: work may have been paid meanwhile.
  const topUp = useMutation({
    mutationFn: async (currency: Currency) => {
      const now = await client.fetchQuery({ ...balanceQuery(api), staleTime: 0 });
      if (now !== "unknown") await change.mutateAsync({ [currency]: now[currency] + topUpBy });
    },
  });
  const failure = change.error ?? topUp.error;
  const set = (next: Partial<Amounts>) => change.mutate(next, { onSuccess: () => type({}) });
  const isChanged = currencies.some((one) => typed[one] !== undefined && typed[one] !== balances?.[one]);
  return (
    <PanelCard title="Balances">
      {data === "unknown" ? (
        <p className="text-muted">
          The balances are unknown: this sandbox answers as the hosted API does, which tells none. They can be set.
        </p>
      ) : null}
      <div className="grid gap-3 sm:grid-cols-3">
        {currencies.map((currency) => (
          <Field
            key={currency}
            label={currencyName(currency)}
            action={
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Top ${currency} up by ${buzzNumber(topUpBy)}`}
                onClick={() => topUp.mutate(currency)}
                {...(data === "unknown" ? { disabledReason: "What is there now is unknown." } : {})}
              >
                +{buzzNumber(topUpBy)}
              </Button>
            }
          >
            <NumberField
              min={0}
              max={highestBalance}
              value={typed[currency] ?? balances?.[currency]}
              onValueChange={(amount) => type({ ...typed, [currency]: amount })}
            />
          </Field>
        ))}
      </div>
      <Button
        className="self-start"
        variant="primary"
        isBusy={change.isPending}
        onClick={() => set(typed)}
        {...(isChanged ? {} : { disabledReason: "No balance was changed." })}
      >
        Set the balances
      </Button>
      {failure ? <ProblemAlert problem={toApiProblem(failure)} what="The balances are as they were." /> : null}
    </PanelCard>
  );
}
