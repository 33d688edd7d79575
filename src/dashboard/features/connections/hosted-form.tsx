import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Button } from "#dashboard/ui/button.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { type HostedDraft, hostedUpstream } from "./connection-store.ts";
import { KeepKey } from "./keep-key.tsx";

const draftSchema = z.object({
  label: z.string().check(z.trim(), z.minLength(1, "Give it a name to tell it from the others.")),
  upstream: z.string().check(
    z.trim(),
    z.refine(
      (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
      "Write an address such as https://orchestration.civitai.com.",
    ),
    z.refine(
      (text) => !URL.canParse(text) || isOrigin(new URL(text)),
      "Only the host is kept: write it without a path, a query or a name in front.",
    ),
  ),
  key: z.string().check(z.trim(), z.minLength(1, "Paste the API key of your account.")),
  isKept: z.boolean(),
});

function isOrigin({ pathname, search, hash, username, password }: URL): boolean {
  return pathname === "/" && search + hash + username + password === "";
}

/** Ask for what a hosted connection needs. The key is shown never again. */
export function HostedForm({ onAdd, onCancel }: { onAdd: (draft: HostedDraft) => void; onCancel: () => void }) {
  const form = useForm<HostedDraft>({
    resolver: zodResolver(draftSchema),
    defaultValues: { label: "Civitai", upstream: hostedUpstream, key: "", isKept: false },
  });
  const { errors } = form.formState;
  return (
    <form
      aria-label="New hosted connection"
      onSubmit={form.handleSubmit(onAdd)}
      className="flex max-w-lg flex-col gap-3"
      noValidate
    >
      <Field label="Name" isRequired error={errors.label?.message}>
        <TextField {...form.register("label")} />
      </Field>
      <Field
        label="Base URL"
        isRequired
        error={errors.upstream?.message}
        help="Reached through this machine's own relay, which passes requests on to the addresses it was started with (RELAY_UPSTREAMS)."
      >
        <TextField {...form.register("upstream")} inputMode="url" spellCheck={false} />
      </Field>
      <Field
        label="API key"
        isRequired
        error={errors.key?.message}
        isHelpOpen
        help="Sent to the relay and to this address only, and never shown again."
      >
        <TextField {...form.register("key")} type="password" autoComplete="off" spellCheck={false} />
      </Field>
      <KeepKey {...form.register("isKept")} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Add connection
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
