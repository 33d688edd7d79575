import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { memo, type ReactNode } from "react";
import { isTerminal } from "#contract/status.ts";
import type { ListRow, Thumbnail } from "#dashboard/api/list-row.ts";
import { BlobFrame } from "#dashboard/display/blob-frame.tsx";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { Duration } from "#dashboard/display/duration.tsx";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { StepChips } from "#dashboard/display/step-chips.tsx";
import { TagChip } from "#dashboard/display/tag-chip.tsx";
import { TimeAgo } from "#dashboard/display/time-ago.tsx";
import { WithheldBadge } from "#dashboard/display/withheld-badge.tsx";
import { shortId } from "#dashboard/display/words.ts";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { type ColumnId, columnsById } from "./columns.ts";
import { useMayLoad } from "./use-fast-scroll.ts";

export type WorkflowRowProps = {
  row: ListRow;
  columns: readonly ColumnId[];
  hideMature: boolean;
  isCurrent: boolean;
  isSelected: boolean;
  /** The first column stays in sight while the table is scrolled sideways. */
  isSticky: boolean;
  onToggle: (id: string, isReach: boolean) => void;
  /** A thumbnail could not be loaded: its link may be over. */
  onReadAgain: (id: string) => void;
};

const tagsAtMost = 1;
const line =
  "sm:grid sm:items-center sm:gap-x-3 sm:grid-cols-(--tracks) sm:px-4 sm:min-w-(--least) max-sm:flex max-sm:flex-wrap max-sm:content-center max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1.5 max-sm:px-3";
const stuck = "sm:sticky sm:left-0 sm:z-[2] sm:-ml-4 sm:pl-4 sm:bg-inherit";

/** A workflow as a line of the list; on the narrowest screens a card. The whole of it leads to the workflow. */
export const WorkflowRow = memo(function WorkflowRow(props: WorkflowRowProps) {
  const { row, columns, isCurrent, isSelected, isSticky, onToggle } = props;
  const name = row.name ?? shortId(row.id);
  return (
    <div
      data-current={isCurrent || isSelected || undefined}
      className={`${line} relative h-full border-border border-b bg-surface hover:bg-hover data-current:bg-accent-quiet`}
    >
      <span
        className={clsx(
          "relative z-[1] flex items-center max-sm:absolute max-sm:top-1.5 max-sm:right-2",
          isSticky && stuck,
        )}
      >
        <Checkbox
          aria-label={`Select ${name}`}
          checked={isSelected}
          onChange={({ nativeEvent }) => onToggle(row.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
      </span>
      <span
        className={clsx(
          "flex h-full min-w-0 items-center gap-2 max-sm:order-1 max-sm:h-auto max-sm:basis-full max-sm:pr-8",
          isSticky && "sm:sticky sm:left-9 sm:z-[2] sm:border-border sm:border-r sm:bg-inherit",
        )}
      >
        <Link
          to="/workflows/$workflowId"
          params={{ workflowId: row.id }}
          // The link spreads over the row; what can be pressed by itself stands above it.
          className={`truncate text-sm outline-offset-2 after:absolute after:inset-0 ${row.name ? "font-medium" : "font-mono text-muted"}`}
          title={name}
        >
          {name}
        </Link>
        {row.withheld > 0 ? (
          <span className="shrink-0">
            <WithheldBadge count={row.withheld} />
          </span>
        ) : null}
      </span>
      {columns.map((id) => (id === "name" ? null : <Cell key={id} {...props} id={id} />))}
    </div>
  );
});

const cellLooks: Record<ColumnId, string> = {
  name: "",
  status: "flex items-center max-sm:order-2",
  chain: "min-w-0 overflow-hidden max-sm:hidden",
  output: "relative flex items-center gap-1 max-sm:order-6",
  tags: "flex min-w-0 items-center gap-1 overflow-hidden max-sm:hidden",
  cost: "flex items-center max-sm:order-3",
  created: "text-right text-muted text-sm max-sm:order-4",
  duration: "text-right text-muted text-sm max-sm:hidden",
};

function Cell(props: WorkflowRowProps & { id: ColumnId }) {
  return <span className={cellLooks[props.id]}>{cellOf(props)}</span>;
}

function cellOf({ id, row, hideMature, onReadAgain }: WorkflowRowProps & { id: ColumnId }): ReactNode {
  switch (id) {
    case "name":
      return null;
    case "status":
      return <StatusBadge status={row.status} progress={row.progress} />;
    case "chain":
      return <StepChips steps={row.chain} />;
    case "output":
      return <Thumbnails row={row} hideMature={hideMature} onReadAgain={onReadAgain} />;
    case "tags":
      return <Tags tags={row.tags} />;
    case "cost":
      return <CurrencySplit amounts={row.paid} isCompact />;
    case "created":
      return <TimeAgo at={row.createdAt} />;
    case "duration":
      return <Duration fromAt={toInstant(row.startedMs)} toAt={toInstant(row.completedMs)} />;
  }
}

function Thumbnails({ row, hideMature, onReadAgain }: Pick<WorkflowRowProps, "row" | "hideMature" | "onReadAgain">) {
  const mayLoad = useMayLoad();
  return row.thumbnails.map((thumbnail) =>
    mayLoad ? (
      <BlobFrame
        key={thumbnail.label}
        blob={toBlob(thumbnail)}
        medium={thumbnail.medium}
        size="row"
        label={thumbnail.label}
        hideMature={hideMature}
        allowMatureContent={row.allowMatureContent}
        isOver={isTerminal(row.status)}
        onExpired={() => onReadAgain(row.id)}
      />
    ) : (
      <span key={thumbnail.label} className="size-8 rounded-sm bg-sunken" />
    ),
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <>
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
    </>
  );
}

function toBlob({ label, available, url, rating, blockedReason }: Thumbnail) {
  return { id: label, available, url, nsfwLevel: rating, blockedReason };
}

function toInstant(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

/** The names of the columns, for eyes; the rows' own words are for ears. */
export function ColumnNames({ columns, isSticky }: { columns: readonly ColumnId[]; isSticky: boolean }) {
  return (
    <div
      aria-hidden="true"
      className={`${line} sticky top-0 z-[3] h-8 border-border border-b bg-surface text-subtle text-xs max-sm:hidden`}
    >
      <span className={clsx("h-full", isSticky && stuck)} />
      {columns.map((id) => (
        <span
          key={id}
          className={clsx(
            columnsById[id].isRight && "text-right",
            id === "name" && isSticky && "flex h-full items-center sm:sticky sm:left-9 sm:z-[2] sm:bg-inherit",
          )}
        >
          {columnsById[id].label}
        </span>
      ))}
    </div>
  );
}
