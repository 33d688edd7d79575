import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { highestBalance, openingBalances, sandboxToken } from "#contract/account-operation.ts";
import { currencies } from "#contract/currency.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { openAccountMutation } from "#dashboard/api/sandbox-controls.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { currencyName } from "#dashboard/display/words.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { NumberField } from "#dashboard/ui/number-field.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { PanelCard } from "./panel-card.tsx";

/** Open a further account, also one that may not do everything. `onUse`: work as that account from now on. */
export function AccountsCard({ onUse }: { onUse: (token: string) => void }) {
  const open = useMutation(openAccountMutation(useApi()));
  const [token, setToken] = useState("");
  const [balances, setBalances] = useState(openingBalances);
  const [permissions, setPermissions] = useState({ write: true, mature: true });
  const fault =
    token !== "" && !sandboxToken.test(token) ? 'Write "sandbox_" and 4 or more letters, digits, _ or -.' : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sandboxToken.test(token)) open.mutate({ token, balances, permissions });
  };
  const opened = open.isSuccess ? open.variables.token : undefined;
  return (
    <PanelCard title="Accounts">
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label="Token of the new account" {...(fault ? { error: fault } : {})}>
          <TextField
            value={token}
            placeholder="sandbox_alice"
            spellCheck={false}
            autoComplete="off"
            onValueChange={(next) => {
              setToken(next.trim());
              open.reset();
            }}
          />
        </Field>
        <div className="grid gap-3 sm:grid-cols-3">
          {currencies.map((currency) => (
            <Field key={currency} label={currencyName(currency)}>
              <NumberField
                min={0}
                max={highestBalance}
                value={balances[currency]}
                onValueChange={(amount) => setBalances({ ...balances, [currency]: amount ?? 0 })}
              />
            </Field>
          ))}
        </div>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          <Checkbox
            label="May write"
            checked={permissions.write}
            onCheckedChange={(write) => setPermissions({ ...permissions, write })}
          />
          <Checkbox
            label="May ask for mature content"
            checked={permissions.mature}
            onCheckedChange={(mature) => setPermissions({ ...permissions, mature })}
          />
        </div>
        <Button
          type="submit"
          className="self-start"
          isBusy={open.isPending}
          {...(sandboxToken.test(token) ? {} : { disabledReason: "Give the account a token first." })}
        >
          Open the account
        </Button>
      </form>
      {open.error ? <ProblemAlert problem={toApiProblem(open.error)} what="No account was opened." /> : null}
      {opened === undefined ? null : (
        <Alert
          tone="success"
          isAnnounced
          title={`The account ${opened} is open`}
          action={
            <Button size="sm" onClick={() => onUse(opened)}>
              Work as this account
            </Button>
          }
        />
      )}
    </PanelCard>
  );
}
