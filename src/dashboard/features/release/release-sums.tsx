import { buzzNumber } from "#dashboard/display/words.ts";
import type { ReleaseResult } from "./release-many.ts";

/** What releases moved in all. A result whose transactions were not told makes the sum unknown. */
export function ReleaseSums({ results }: { results: readonly ReleaseResult[] }) {
  return <p className="font-medium text-sm">{saySums(results)}</p>;
}

/** "Quoted 96 yellow, charged 96 yellow; 80 blue and 16 green came back." */
export function saySums(results: readonly ReleaseResult[]): string {
  const sum = (amounts: readonly (number | undefined)[]) =>
    amounts.reduce<number | undefined>(
      (total, amount) => (total === undefined || amount === undefined ? undefined : total + amount),
      0,
    );
  const quoted = sum(results.filter(({ wasReleased }) => !wasReleased).map(({ quotedYellow }) => quotedYellow));
  const charged = sum(results.map((result) => result.charged));
  const back = (["blue", "green"] as const).flatMap((currency) => {
    const amount = sum(results.map(({ refund }) => refund?.[currency]));
    return amount === 0 ? [] : [`${amount === undefined ? "unknown" : buzzNumber(amount)} ${currency}`];
  });
  const came = back.length === 0 ? "nothing" : back.join(" and ");
  return `Quoted ${buzzNumber(quoted ?? 0)} yellow, charged ${charged === undefined ? "unknown" : buzzNumber(charged)} yellow; ${came} came back.`;
}
