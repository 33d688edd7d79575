import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { netByCurrency } from "#contract/cost.ts";
import { isReleasableBlob } from "#contract/mature.ts";
import type { ReleasePrice } from "#contract/release-price.ts";
import { isTerminal } from "#contract/status.ts";
import { releasableBlobs, type Workflow, type WorkflowBlob, workflowBlobs } from "#contract/workflow.ts";
import { BlobFrame } from "#dashboard/display/blob-frame.tsx";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { TagChip } from "#dashboard/display/tag-chip.tsx";
import { TimeAgo } from "#dashboard/display/time-ago.tsx";
import { buzzNumber, ratingWord, reasonWords, workflowName } from "#dashboard/display/words.ts";
import { Badge } from "#dashboard/ui/badge.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { sayRefund } from "./release-plan.ts";
import { daysLeft } from "./retention.ts";
import { reviewOf } from "./review.ts";

export type DeskRowProps = {
  workflow: Workflow;
  price: ReleasePrice | undefined;
  hideMature: boolean;
  isCurrent: boolean;
  isSelected: boolean;
  nowMs: number;
  /** The focus came into the row: the keys are about it now. */
  onMark: (id: string) => void;
  onToggle: (id: string, isReach: boolean) => void;
  onOpen: (workflow: Workflow) => void;
};

const framesAtMost = 2;

/** A workflow that waits for a release: its frames, why, what a release moves, and how long there is to decide. */
export const DeskRow = memo(function DeskRow(props: DeskRowProps) {
  const { workflow, price, isCurrent, isSelected, onMark, onToggle, onOpen } = props;
  const id = workflow.id ?? "";
  return (
    // A row out of sight is 121 px as one in sight is: 96 px within its padding and border. Were it not, a place in the
    // list would slide away as the rows above it come into sight.
    <li
      data-desk-row={id}
      onFocus={() => onMark(id)}
      data-current={isCurrent || undefined}
      data-selected={isSelected || undefined}
      className="relative grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 gap-y-2 border-border border-b px-3 py-3 [contain-intrinsic-size:auto_96px] [content-visibility:auto] before:absolute before:inset-y-0 before:left-0 before:w-[3px] hover:bg-hover data-selected:bg-accent-quiet data-current:before:bg-accent sm:grid-cols-[auto_200px_minmax(0,1fr)_auto] sm:gap-x-4 sm:px-4"
    >
      <Checkbox
        aria-label={`Select ${workflowName(workflow)}`}
        checked={isSelected}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
          // The dialog takes the focus at once: the same press must not reach its button, which would close it.
          event.preventDefault();
          onOpen(workflow);
        }}
        onChange={({ nativeEvent }) => onToggle(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
      <Frames {...props} />
      <Facts {...props} />
      <div className="flex flex-col items-end gap-1 text-right text-sm max-sm:col-start-3 max-sm:row-start-1">
        {price ? (
          <>
            <span className="font-semibold text-lg tabular-nums">{buzzNumber(price.chargeYellow)} yellow</span>
            <span className="text-muted text-xs">{sayRefund(price)} back</span>
          </>
        ) : (
          <>
            <span className="font-semibold text-muted">price unknown</span>
            <span className="text-muted text-xs">no transactions told</span>
          </>
        )}
        <Button size="sm" onClick={() => onOpen(workflow)}>
          Release…
        </Button>
      </div>
    </li>
  );
});

/** What is decided on comes first; the rest is a number. */
function Frames({ workflow, hideMature }: DeskRowProps) {
  const blobs = workflowBlobs(workflow);
  const isWithheld = ({ blob }: WorkflowBlob) => isReleasableBlob(blob, workflow.allowMatureContent);
  const ordered = [...blobs.filter(isWithheld), ...blobs.filter((blob) => !isWithheld(blob))];
  return (
    <span className="flex gap-2">
      {ordered.slice(0, framesAtMost).map(({ blob, medium, path, stepName }) => (
        <BlobFrame
          key={`${stepName} ${path}`}
          blob={blob}
          medium={medium}
          size="desk"
          label={`${stepName}, ${path || "output"}`}
          hideMature={hideMature}
          allowMatureContent={workflow.allowMatureContent}
          isOver={isTerminal(workflow.status)}
        />
      ))}
    </span>
  );
}

function Facts({ workflow, nowMs }: DeskRowProps) {
  const withheld = releasableBlobs(workflow);
  const ratings = [...new Set(withheld.map(({ nsfwLevel }) => ratingWord(nsfwLevel)))].join(", ");
  const reasons = [...new Set(withheld.map(({ blockedReason }) => reasonWords(blockedReason)))].join(", ");
  const others = workflowBlobs(workflow).length - withheld.length;
  const review = reviewOf(workflow);
  return (
    <div className="flex min-w-0 flex-col gap-1 text-sm max-sm:col-span-3">
      <span className="flex min-w-0 flex-wrap items-center gap-2">
        <Link
          to="/workflows/$workflowId"
          params={{ workflowId: workflow.id ?? "" }}
          className="min-w-0 truncate font-medium text-base hover:underline"
        >
          {workflowName(workflow)}
        </Link>
        {review ? <Badge title={`Reviewed ${review.at}`}>Reviewed: stays withheld</Badge> : null}
        {(workflow.tags ?? []).slice(0, 3).map((tag) => (
          <TagChip key={tag} tag={tag} />
        ))}
      </span>
      <span className="text-withheld">
        {withheld.length} withheld, rated {ratings}: {reasons.toLowerCase()}
        {others > 0 ? <span className="text-muted">, beside {others} more</span> : null}
      </span>
      <span className="flex flex-wrap items-center gap-x-4 text-muted">
        <span className="flex items-center gap-1.5">
          Paid <CurrencySplit amounts={netByCurrency(workflow.transactions)} />
        </span>
        <TimeAgo at={workflow.createdAt} />
        <Retention workflow={workflow} nowMs={nowMs} />
      </span>
    </div>
  );
}

/** How long the output can still be released: servers forget a workflow some time after its end. */
function Retention({ workflow, nowMs }: Pick<DeskRowProps, "workflow" | "nowMs">) {
  const days = daysLeft(workflow, nowMs);
  if (days === undefined) return <span>Not over yet, so no days are counted</span>;
  return (
    <span className={days <= 3 ? "font-medium text-warning" : undefined}>
      {days === 1 ? "1 day left" : `${days} days left`}
    </span>
  );
}
