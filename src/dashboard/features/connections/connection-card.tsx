import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { createApi } from "#dashboard/api/api.ts";
import type { Connection } from "#dashboard/api/connection.ts";
import { testConnection } from "#dashboard/api/test-connection.ts";
import { Badge } from "#dashboard/ui/badge.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { ConnectionChecks } from "./connection-checks.tsx";
import {
  activateConnection,
  isKeyKept,
  readToken,
  removeConnection,
  setKey,
  setSandboxToken,
} from "./connection-store.ts";
import { KeepKey } from "./keep-key.tsx";

type Props = { connection: Connection; isActive: boolean; hasToken: boolean };

/** One connection: what it is, whether it works, and what can be done with it. */
export function ConnectionCard({ connection, isActive, hasToken }: Props) {
  const [isAskingForKey, askForKey] = useState(!hasToken);
  const [isRemoving, askToRemove] = useState(false);
  const token = readToken(connection);
  const [typed, type] = useState("");
  const test = useMutation({
    mutationFn: (tested: string | undefined) => testConnection(createApi(connection, () => tested, true)),
  });
  // What was found out with one key says nothing of another, which may come from another tab, too.
  const isOfThisKey = test.variables === token;
  const isSandbox = connection.kind === "sandbox";
  return (
    <article aria-label={connection.label} className="rounded-lg border border-border bg-surface p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-medium text-base">{connection.label}</h2>
        <Badge>{isSandbox ? "Sandbox" : "Live"}</Badge>
        {isActive ? <Badge tone="info">In use</Badge> : null}
        {hasToken ? null : <Badge tone="warning">Key needed</Badge>}
        {isKeyKept(connection.id) ? <Badge>Key kept on this device</Badge> : null}
      </div>
      <p className="mt-1 text-muted text-sm">
        {isSandbox ? "Runs inside Baton on this machine. Its Buzz is play money." : connection.upstream}
      </p>
      {isAskingForKey ? (
        <TokenForm
          isSandbox={isSandbox}
          token={typed}
          onType={(next) => {
            type(next);
            // It would stand beside the new key as if it were about that one, and so would one that is on its way.
            test.reset();
          }}
          onToken={(next, isKept) => {
            if (isSandbox) setSandboxToken(next);
            else setKey(connection.id, next, isKept);
            type("");
            askForKey(false);
            test.reset();
          }}
        />
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        {isActive ? null : (
          <Button
            variant="primary"
            onClick={() => activateConnection(connection.id)}
            {...(hasToken ? {} : { disabledReason: "Its API key ended with an earlier tab. Paste it again first." })}
          >
            Use this connection
          </Button>
        )}
        <Button
          onClick={() => test.mutate(token)}
          isBusy={test.isPending && isOfThisKey}
          {...(isAskingForKey && typed.trim() !== "" ? { disabledReason: sayUnsaved(isSandbox) } : {})}
        >
          Test
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            type("");
            askForKey(!isAskingForKey);
          }}
          aria-expanded={isAskingForKey}
        >
          {isSandbox ? "Use another account" : "Change the key"}
        </Button>
        {isSandbox ? null : (
          <Button variant="quiet" onClick={() => askToRemove(true)}>
            Remove
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isRemoving}
        title={`Remove ${connection.label}`}
        description="Its key, its saved views and what is watched there are forgotten in this browser. Nothing changes on the server."
        confirmLabel="Remove the connection"
        variant="danger"
        onClose={() => askToRemove(false)}
        onConfirm={() => removeConnection(connection.id)}
      />
      <div aria-live="polite">{test.data && isOfThisKey ? <ConnectionChecks checks={test.data} /> : null}</div>
    </article>
  );
}

/** A test tries what is saved: beside another key it would be taken for a test of that one. */
function sayUnsaved(isSandbox: boolean): string {
  return isSandbox ? "Use the account first; it is tested then." : "Save the key first; it is tested then.";
}

type TokenFormProps = {
  isSandbox: boolean;
  token: string;
  onType: (token: string) => void;
  onToken: (token: string, isKept: boolean) => void;
};

function TokenForm({ isSandbox, token, onType, onToken }: TokenFormProps) {
  const [isKept, keep] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSandbox || token.trim() !== "") onToken(token.trim(), isKept);
  };
  return (
    <form onSubmit={submit} className="mt-3 flex max-w-lg flex-col items-start gap-3">
      <Field
        label={isSandbox ? "Sandbox token" : "API key"}
        isHelpOpen
        help={
          isSandbox
            ? 'Any token such as "sandbox_alice" is an account of its own; empty is the demo account.'
            : "Sent to the relay and to this address only, and never shown again."
        }
        className="w-full"
      >
        <TextField
          value={token}
          onValueChange={onType}
          type={isSandbox ? "text" : "password"}
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      {isSandbox ? null : <KeepKey checked={isKept} onCheckedChange={keep} />}
      <Button type="submit">{isSandbox ? "Use this account" : "Save the key"}</Button>
    </form>
  );
}
