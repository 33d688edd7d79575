import type { Cost } from "#contract/cost.ts";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";

/** How a price comes about: base, factors, surcharges, fees and tips, as the server told them. */
export function CostDetails({ cost }: { cost: Cost }) {
  const lines: [name: string, amount: string][] = [
    ["Base", round(cost.base)],
    ...Object.entries(cost.factors ?? {}).map(([name, factor]): [string, string] => [name, `× ${round(factor)}`]),
    ...Object.entries(cost.fixed ?? {}).map(([name, amount]): [string, string] => [name, `+ ${round(amount)}`]),
    ...Object.entries(cost.fees ?? {}).map(([name, amount]): [string, string] => [
      `Fee: ${name}`,
      `+ ${round(amount)}`,
    ]),
  ];
  if (cost.tips?.civitai) lines.push(["Tip to Civitai", `+ ${cost.tips.civitai}`]);
  if (cost.tips?.creators) lines.push(["Tip to creators", `+ ${cost.tips.creators}`]);
  return (
    <Disclosure label="How the price comes about">
      <dl className="grid grid-cols-[1fr_max-content] gap-x-4 gap-y-1 text-sm">
        {lines.map(([name, amount]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="min-w-0 truncate text-muted">{name}</dt>
            <dd className="text-right tabular-nums">{amount}</dd>
          </div>
        ))}
        <div className="col-span-2 grid grid-cols-subgrid border-border border-t pt-1 font-medium">
          <dt>Total</dt>
          <dd className="text-right tabular-nums">{round(cost.total)}</dd>
        </div>
      </dl>
    </Disclosure>
  );
}

function round(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 3 });
}
