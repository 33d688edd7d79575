import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { highestBalance } from "#contract/account-operation.ts";
import { type Amounts, currencies } from "#contract/currency.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { balanceQuery } from "#dashboard/api/balance-query.ts";
import { changeBalancesMutation } from "#dashboard/api/sandbox-controls.ts";
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
  const change = useMutation(changeBalancesMutation(api, useQueryClient()));
  const [typed, type] = useState<Partial<Amounts>>({});
  const balances = data === "unknown" ? undefined : data;
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
                onClick={() => change.mutate({ topUp: currency, by: topUpBy })}
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
        onClick={() => change.mutate({ set: typed }, { onSuccess: () => type({}) })}
        {...(isChanged ? {} : { disabledReason: "No balance was changed." })}
      >
        Set the balances
      </Button>
      {change.error ? (
        <ProblemAlert problem={toApiProblem(change.error)} what="The balances are as they were." />
      ) : null}
    </PanelCard>
  );
}
