import { Link2, X } from "lucide-react";
import { type Reference, readReference, valueAt } from "#contract/reference.ts";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { describeReference } from "../describe-reference.ts";
import { useFormScope } from "./form-context.ts";
import { sayValue } from "./say-value.ts";

type Props = { reference: Reference; label: string; onRemove: () => void };

/** What a field takes its value from, and what that was when the workflow ran that the chain comes from. */
export function ReferenceChip({ reference, label, onRemove }: Props) {
  const { sources, pastOutput } = useFormScope();
  const target = readReference(
    reference,
    sources.map(({ stepName }) => stepName),
  );
  const past = target.source === "step" ? valueAt({ output: pastOutput(target.name) }, target.path) : undefined;
  return (
    <div className="flex min-h-8 items-center gap-2 rounded-md border border-accent bg-accent-quiet py-1 pr-1 pl-2.5 text-sm">
      <Link2 className="size-4 shrink-0 text-accent" aria-hidden="true" />
      <span className="flex min-w-0 flex-col">
        <span className="truncate">{describeReference(reference)}</span>
        {past === undefined ? null : <span className="truncate text-muted text-xs">was {sayValue(past)}</span>}
      </span>
      <IconButton
        size="xs"
        className="ml-auto"
        label={`Give ${label} a value of its own`}
        icon={<X />}
        onClick={onRemove}
      />
    </div>
  );
}
