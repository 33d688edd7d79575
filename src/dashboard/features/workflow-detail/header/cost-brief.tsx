import { chargedByCurrency, netByCurrency, totalOf } from "#contract/cost.ts";
import type { Workflow } from "#contract/workflow.ts";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { buzzNumber } from "#dashboard/display/words.ts";

/** What a workflow costs in a line: quoted, charged and come back, and who paid in the end. */
export function CostBrief({ workflow, quoted }: { workflow: Workflow; quoted: number | undefined }) {
  const [charged, net] = [chargedByCurrency(workflow.transactions), netByCurrency(workflow.transactions)];
  const parts = [
    ...(quoted === undefined ? [] : [`quoted ${buzzNumber(quoted)}`]),
    charged ? `charged ${buzzNumber(totalOf(charged))}` : "charged unknown",
    ...(charged && net && totalOf(charged) !== totalOf(net)
      ? [`refunded ${buzzNumber(totalOf(charged) - totalOf(net))}`]
      : []),
  ];
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      {net && totalOf(net) === 0 ? <span className="tabular">0 Buzz</span> : <CurrencySplit amounts={net} />}
      <span className="tabular">({parts.join(", ")})</span>
    </span>
  );
}
