import type { Cost } from "#contract/cost.ts";
import { buzzNumber } from "#dashboard/display/words.ts";

/** How much a price went up or down, and which of its parts did that; `undefined` when it is the same. */
export type PriceDifference = { amount: number; causes: string[] };

/** Compare two prices part by part. */
export function priceDifference(before: Cost, after: Cost): PriceDifference | undefined {
  const amount = after.total - before.total;
  if (amount === 0) return undefined;
  const causes = [
    ...(before.base === after.base ? [] : [`base ${buzzNumber(before.base)} to ${buzzNumber(after.base)}`]),
    ...changes(before.factors, after.factors, 1, (value) => `×${buzzNumber(value)}`),
    ...changes(before.fixed, after.fixed, 0, buzzNumber),
    ...changes(before.fees, after.fees, 0, buzzNumber),
    ...changes(tipsOf(before), tipsOf(after), 0, buzzNumber),
  ];
  return { amount, causes };
}

type Parts = Readonly<Record<string, number>> | null | undefined;

/** The parts that differ; one that is not there counts as `absent`. */
function changes(before: Parts, after: Parts, absent: number, say: (value: number) => string): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].flatMap((name) => {
    const [was, is] = [before?.[name] ?? absent, after?.[name] ?? absent];
    return was === is ? [] : [`${name} ${say(was)} to ${say(is)}`];
  });
}

function tipsOf({ tips }: Cost): Record<string, number> {
  return { "tip to Civitai": tips?.civitai ?? 0, "tip to creators": tips?.creators ?? 0 };
}
