import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { netByCurrency } from "#contract/cost.ts";
import type { Workflow } from "#contract/workflow.ts";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { countNumber, workflowName } from "#dashboard/display/words.ts";
import { Button } from "#dashboard/ui/button.tsx";

type Props = {
  title: string;
  workflows: readonly Workflow[];
  empty: string;
  /** A word beside the amount, such as what it was quoted. */
  detail?: (workflow: Workflow) => string;
};

const shownAtMost = 20;

/** Workflows with what they cost in the end, each a way to its page. */
export function WorkflowMoneyList({ title, workflows, empty, detail }: Props) {
  const [isAll, showAll] = useState(false);
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2 rounded-lg border border-border bg-surface p-4">
      <h2 className="font-medium text-base">
        {title} <span className="font-normal text-muted text-sm">{workflows.length}</span>
      </h2>
      {workflows.length === 0 ? <p className="text-muted text-sm">{empty}</p> : null}
      <ul className="flex flex-col">
        {workflows.slice(0, isAll ? workflows.length : shownAtMost).map((workflow) => (
          <li
            key={workflow.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-border border-t py-1.5 text-sm first:border-t-0"
          >
            <StatusBadge status={workflow.status} progress={undefined} />
            <Link
              to="/workflows/$workflowId"
              params={{ workflowId: workflow.id ?? "" }}
              className="min-w-0 flex-1 truncate underline underline-offset-2"
            >
              {workflowName(workflow)}
            </Link>
            {detail ? <span className="text-muted">{detail(workflow)}</span> : null}
            <CurrencySplit amounts={netByCurrency(workflow.transactions)} isCompact />
          </li>
        ))}
      </ul>
      {workflows.length > shownAtMost ? (
        <Button size="sm" variant="quiet" className="self-start" aria-expanded={isAll} onClick={() => showAll(!isAll)}>
          {isAll ? "Show fewer" : `Show all ${countNumber(workflows.length)}`}
        </Button>
      ) : null}
    </section>
  );
}
