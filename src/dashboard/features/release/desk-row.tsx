import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { netByCurrency } from "#contract/cost.ts";
import { releasePrice } from "#contract/release-price.ts";
import { isTerminal } from "#contract/status.ts";
import { releasableBlobs, type Workflow, workflowBlobs } from "#contract/workflow.ts";
import { BlobFrame } from "#dashboard/display/blob-frame.tsx";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { TagChip } from "#dashboard/display/tag-chip.tsx";
import { TimeAgo } from "#dashboard/display/time-ago.tsx";
import { buzzNumber, ratingWord, workflowName } from "#dashboard/display/words.ts";
import { Badge } from "#dashboard/ui/badge.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { sayRefund } from "./release-plan.ts";
import { daysLeft } from "./retention.ts";
import { reviewOf } from "./review.ts";

export type DeskRowProps = {
  workflow: Workflow;
  hideMature: boolean;
  isCurrent: boolean;
  isSelected: boolean;
  nowMs: number;
  onToggle: (id: string, isReach: boolean) => void;
  onOpen: (workflow: Workflow) => void;
};

const framesAtMost = 4;

/** A workflow that waits for a release: its frames, why, what a release moves, and how long there is to decide. */
export const DeskRow = memo(function DeskRow(props: DeskRowProps) {
  const { workflow, hideMature, isCurrent, isSelected, nowMs, onToggle, onOpen } = props;
  const id = workflow.id ?? "";
  const name = workflowName(workflow);
  const blobs = workflowBlobs(workflow);
  const withheld = releasableBlobs(workflow);
  const ratings = [...new Set(withheld.map(({ nsfwLevel }) => ratingWord(nsfwLevel)))].join(", ");
  const price = releasePrice(workflow);
  const days = daysLeft(workflow, nowMs);
  const review = reviewOf(workflow);
  return (
    <li
      data-desk-row={id}
      data-current={isCurrent || undefined}
      className="flex flex-wrap items-start gap-x-4 gap-y-2 border-border border-b px-3 py-3 [contain-intrinsic-size:auto_124px] [content-visibility:auto] data-current:bg-accent-quiet sm:px-4"
    >
      <Checkbox
        aria-label={`Select ${name}`}
        checked={isSelected}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) onOpen(workflow);
        }}
        onChange={({ nativeEvent }) => onToggle(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
      <span className="flex flex-wrap gap-2">
        {blobs.slice(0, framesAtMost).map(({ blob, medium, path, stepName }) => (
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
        {blobs.length > framesAtMost ? (
          <span className="self-center text-muted text-xs">+{blobs.length - framesAtMost}</span>
        ) : null}
      </span>
      <div className="flex min-w-0 flex-1 basis-56 flex-col gap-1 text-sm">
        <span className="flex flex-wrap items-center gap-2">
          <Link
            to="/workflows/$workflowId"
            params={{ workflowId: id }}
            className="truncate font-medium hover:underline"
          >
            {name}
          </Link>
          {review ? <Badge title={`Reviewed ${review.at}`}>Reviewed: stays withheld</Badge> : null}
          {(workflow.tags ?? []).slice(0, 3).map((tag) => (
            <TagChip key={tag} tag={tag} />
          ))}
        </span>
        <span className="text-withheld">
          {withheld.length} withheld, rated {ratings}
        </span>
        <span className="flex flex-wrap items-center gap-x-3 text-muted">
          <span className="flex items-center gap-1">
            Paid <CurrencySplit amounts={netByCurrency(workflow.transactions)} />
          </span>
          <TimeAgo at={workflow.createdAt} />
          {days === undefined ? null : (
            <span className={days <= 3 ? "text-warning" : undefined}>
              {days === 1 ? "1 day left" : `${days} days left`}
            </span>
          )}
        </span>
      </div>
      <div className="flex flex-col items-end gap-1 text-right text-sm">
        <span className="font-medium tabular-nums">
          {price ? `${buzzNumber(price.chargeYellow)} yellow` : "price unknown"}
        </span>
        <span className="text-muted text-xs">{price ? `${sayRefund(price)} comes back` : "no transactions told"}</span>
        <Button size="sm" onClick={() => onOpen(workflow)}>
          Release…
        </Button>
      </div>
    </li>
  );
});
