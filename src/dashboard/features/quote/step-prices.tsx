import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { readReference, referencesIn, stepNameOf } from "#contract/reference.ts";
import { useApi } from "#dashboard/api/api.ts";
import { quoteQuery, type TemplateInput } from "#dashboard/api/quote-query.ts";
import { buzzNumber } from "#dashboard/display/words.ts";
import { Button } from "#dashboard/ui/button.tsx";

type Props = { template: TemplateInput; total: number | undefined };

/** The price of each step by itself, asked for on request. What can't be priced alone says so, and is never 0. */
export function StepPrices({ template, total }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (template.steps.length < 2) return null;
  if (!isOpen) {
    return (
      <Button size="sm" className="self-start" onClick={() => setOpen(true)}>
        Price of each step
      </Button>
    );
  }
  return <Prices template={template} total={total} />;
}

function Prices({ template, total }: Props) {
  const api = useApi();
  const { steps, ...around } = template;
  const names = steps.map(stepNameOf);
  const alone = steps.map((step) => dependsOn(step.input, names) === undefined);
  const quotes = useQueries({
    queries: steps.map((step, index) => quoteQuery(api, alone[index] ? { ...around, steps: [step] } : undefined)),
  });
  const prices = quotes.map(({ data }, index) => (alone[index] ? data?.workflow.cost?.total : undefined));
  const known = prices.reduce<number>((sum, price) => sum + (price ?? 0), 0);
  const isComplete = prices.every((price, index) => price !== undefined || !alone[index]);
  const others = alone.filter((isAlone) => !isAlone).length;
  return (
    <dl aria-label="Price of each step" className="grid grid-cols-[1fr_max-content] gap-x-4 gap-y-1 text-sm">
      {steps.map((step, index) => (
        <div key={names[index]} className="col-span-2 grid grid-cols-subgrid">
          <dt className="min-w-0 truncate text-muted">{names[index]}</dt>
          <dd className="text-right tabular-nums">
            {alone[index] ? sayPrice(prices[index], quotes[index]?.error) : `needs ${dependsOn(step.input, names)}`}
          </dd>
        </div>
      ))}
      {total !== undefined && isComplete && others > 0 ? (
        <div className="col-span-2 grid grid-cols-subgrid border-border border-t pt-1">
          <dt className="text-muted">{others === 1 ? "The other step" : `The other ${others} steps together`}</dt>
          <dd className="text-right tabular-nums">{total >= known ? buzzNumber(total - known) : "unknown"}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function sayPrice(price: number | undefined, error: unknown): string {
  if (price !== undefined) return buzzNumber(price);
  return error ? "not priced" : "…";
}

/** The step whose output an input needs, if any: then it can't be priced alone. */
function dependsOn(input: unknown, names: readonly string[]): string | undefined {
  for (const { reference } of referencesIn(input)) {
    const target = readReference(reference, names);
    if (target.source === "step") return target.name;
  }
  return undefined;
}
