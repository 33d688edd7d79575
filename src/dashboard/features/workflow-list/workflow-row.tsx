import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { isTerminal } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";
import { BlobFrame } from "#dashboard/display/blob-frame.tsx";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { Duration } from "#dashboard/display/duration.tsx";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { StepChips } from "#dashboard/display/step-chips.tsx";
import { TagChip } from "#dashboard/display/tag-chip.tsx";
import { TimeAgo } from "#dashboard/display/time-ago.tsx";
import { WithheldBadge } from "#dashboard/display/withheld-badge.tsx";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { rowFacts } from "./row-facts.ts";

/** Fixed columns, so that none moves while data arrives. Narrower screens leave columns out, the narrowest shows cards. */
export const columns =
  "sm:grid sm:items-center sm:gap-x-3 sm:grid-cols-[1.5rem_8.75rem_minmax(8rem,1fr)_8.5rem_8rem_4.5rem] md:grid-cols-[1.5rem_8.75rem_minmax(9rem,1.1fr)_minmax(9rem,1fr)_9.5rem_9.5rem_4.5rem] lg:grid-cols-[1.5rem_8.75rem_minmax(10rem,1.2fr)_minmax(11.5rem,1.2fr)_9.5rem_minmax(8rem,0.9fr)_9.5rem_4.5rem_5.5rem]";

export type WorkflowRowProps = {
  workflow: Workflow;
  hideMature: boolean;
  isCurrent: boolean;
  isSelected: boolean;
  onToggle: (id: string, isReach: boolean) => void;
};

const thumbnailsAtMost = 4;
const tagsAtMost = 1;

/** A workflow as a line of the list; on the narrowest screens a card. The whole of it leads to the workflow. */
export const WorkflowRow = memo(function WorkflowRow(props: WorkflowRowProps) {
  const { workflow, hideMature, isCurrent, isSelected, onToggle } = props;
  const { name, isNamed, progress, blobs, withheld, cost } = rowFacts(workflow);
  const tags = workflow.tags ?? [];
  return (
    <div
      data-current={isCurrent || isSelected || undefined}
      className={`${columns} relative h-full border-border border-b px-3 hover:bg-hover data-current:bg-accent-quiet max-sm:flex max-sm:flex-wrap max-sm:content-center max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1.5 sm:px-4`}
    >
      <span className="relative z-[1] flex items-center max-sm:absolute max-sm:top-1.5 max-sm:right-2">
        <Checkbox
          aria-label={`Select ${name}`}
          checked={isSelected}
          onChange={({ nativeEvent }) =>
            onToggle(workflow.id ?? "", nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
        />
      </span>
      <span className="flex items-center max-sm:order-2">
        <StatusBadge status={workflow.status} progress={progress} />
      </span>
      <span className="flex min-w-0 items-center gap-2 max-sm:order-1 max-sm:basis-full">
        <Link
          to="/workflows/$workflowId"
          params={{ workflowId: workflow.id ?? "" }}
          // The link spreads over the row; what can be pressed by itself stands above it.
          className={`truncate text-sm outline-offset-2 after:absolute after:inset-0 ${isNamed ? "font-medium" : "font-mono text-muted"}`}
        >
          {name}
        </Link>
        <span className="shrink-0">
          <WithheldBadge count={withheld} />
        </span>
      </span>
      <span className="min-w-0 overflow-hidden max-md:hidden">
        <StepChips steps={workflow.steps} />
      </span>
      <span className="relative flex items-center gap-1 max-sm:order-6">
        {blobs.slice(0, thumbnailsAtMost).map(({ blob, medium, path, stepName }) => (
          <BlobFrame
            key={`${stepName} ${path}`}
            blob={blob}
            medium={medium}
            size="row"
            label={`${stepName}, ${path || "output"}`}
            hideMature={hideMature}
            allowMatureContent={workflow.allowMatureContent}
            isOver={isTerminal(workflow.status)}
          />
        ))}
      </span>
      <span className="flex min-w-0 items-center gap-1 overflow-hidden max-lg:hidden">
        {tags.slice(0, tagsAtMost).map((tag) => (
          <span key={tag} className="flex min-w-0">
            <TagChip tag={tag} />
          </span>
        ))}
        {tags.length > tagsAtMost ? (
          <span className="shrink-0 text-subtle text-xs" title={tags.slice(tagsAtMost).join(", ")}>
            +{tags.length - tagsAtMost}
          </span>
        ) : null}
      </span>
      <span className="flex items-center max-sm:order-3">
        <CurrencySplit amounts={cost} isCompact />
      </span>
      <span className="text-right text-muted text-sm max-sm:order-4">
        <TimeAgo at={workflow.createdAt} />
      </span>
      <span className="text-right text-muted text-sm max-lg:hidden">
        <Duration fromAt={workflow.startedAt} toAt={workflow.completedAt} />
      </span>
    </div>
  );
});

/** The names of the columns, for eyes; the rows' own words are for ears. */
export function ColumnNames() {
  return (
    <div
      aria-hidden="true"
      className={`${columns} h-8 border-border border-b bg-surface px-4 text-subtle text-xs max-sm:hidden`}
    >
      <span />
      <span>Status</span>
      <span>Workflow</span>
      <span className="max-md:hidden">Chain</span>
      <span>Output</span>
      <span className="max-lg:hidden">Tags</span>
      <span>Cost</span>
      <span className="text-right">Created</span>
      <span className="text-right max-lg:hidden">Duration</span>
    </div>
  );
}
