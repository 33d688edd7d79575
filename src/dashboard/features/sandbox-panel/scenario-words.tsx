import { CopyButton } from "#dashboard/ui/copy-button.tsx";
import { PanelCard } from "./panel-card.tsx";

/** The words that cause a case when they stand in any text of a step. Source: decisions, "Scenarios and faults". */
const words: readonly [word: string, causes: string][] = [
  ["[fail]", "The step fails, and what it cost comes back."],
  ["[fail-once]", "The first try fails, a retry succeeds. Give the step a retry."],
  ["[slow]", "The step takes its time, so that waiting and canceling can be seen."],
  ["[partial]", "One item fewer is delivered, and its share comes back."],
  ["[expire]", "The step runs out of time."],
  ["[blocked: reason]", "The output is blocked for good, for that reason. No release lifts it."],
  ["[rated:pg13]", "The output is rated PG-13."],
  ["[rated:r]", "The output is rated R: mature. Paid with blue or green, it is withheld."],
  ["[rated:x]", "The output is rated X: mature."],
  ["[rated:xxx]", "The output is rated XXX: mature."],
];

/** The cases that can be caused from a prompt, each to be copied. */
export function ScenarioWords() {
  return (
    <PanelCard title="Words that cause a case">
      <p className="text-muted text-sm">Put one into a prompt or a message.</p>
      <ul className="flex flex-col">
        {words.map(([word, causes]) => (
          <li
            key={word}
            className="flex flex-wrap items-center gap-x-3 border-border border-t py-1.5 text-sm first:border-t-0"
          >
            <code className="font-mono text-xs max-sm:flex-1 sm:w-36 sm:shrink-0">{word}</code>
            <span className="min-w-0 flex-1 text-muted max-sm:order-last max-sm:basis-full">{causes}</span>
            <CopyButton text={word} label={`Copy ${word}`} isIconOnly size="sm" />
          </li>
        ))}
      </ul>
    </PanelCard>
  );
}
