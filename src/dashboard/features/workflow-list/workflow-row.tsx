import clsx from "clsx";
import { memo, type ReactNode } from "react";
import { isTerminal } from "#contract/status.ts";
import type { ListRow, Thumbnail } from "#dashboard/api/list-row.ts";
import { BlobFrame } from "#dashboard/display/blob-frame.tsx";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { sayDuration } from "#dashboard/display/say-time.ts";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { StepChips } from "#dashboard/display/step-chips.tsx";
import { TagChip } from "#dashboard/display/tag-chip.tsx";
import { TimeSince } from "#dashboard/display/time-ago.tsx";
import { WithheldBadge } from "#dashboard/display/withheld-badge.tsx";
import { shortId } from "#dashboard/display/words.ts";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { type ColumnId, columnsById } from "./columns.ts";
import { useMayLoad } from "./use-fast-scroll.ts";

export type WorkflowRowProps = {
  row: ListRow;
  /** Its place in the list. */
  index: number;
  heightPx: number;
  nowMs: number;
  columns: readonly ColumnId[];
  hideMature: boolean;
  /** Out of sight of a list that rushes by: not worth drawing, its elements keep the row they have. */
  isPassing: boolean;
  isCurrent: boolean;
  isSelected: boolean;
  /** The first column stays in sight while the table is scrolled sideways. */
  isSticky: boolean;
  onFocus: (index: number) => void;
  onToggle: (id: string, isReach: boolean) => void;
  /** A thumbnail could not be loaded: its link may be over. */
  onReadAgain: (id: string) => void;
};

const line =
  "sm:grid sm:items-center sm:gap-x-3 sm:grid-cols-(--tracks) sm:px-4 sm:min-w-(--least) max-sm:flex max-sm:flex-wrap max-sm:content-center max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1.5 max-sm:px-3";
const stuck = "sm:sticky sm:left-0 sm:z-[2] sm:-ml-4 sm:pl-4 sm:bg-inherit";

/**
 * A workflow as a line of the list; on the narrowest screens a card. The whole of it leads to the workflow. Its elements
 * serve another workflow once this one is out of sight: nothing in here may remember what belongs to a row, unless it
 * has the row's id as key.
 */
export const WorkflowRow = memo(DrawnRow, (before, now) => now.isPassing || isSame(before, now));

function isSame(before: WorkflowRowProps, now: WorkflowRowProps): boolean {
  // The keys of a row's properties, since it is nothing else.
  return (Object.keys(now) as (keyof WorkflowRowProps)[]).every((key) => now[key] === before[key]);
}

function DrawnRow(props: WorkflowRowProps) {
  const { row, index, heightPx, columns, isCurrent, isSelected, isSticky, onFocus, onToggle } = props;
  const name = row.name ?? shortId(row.id);
  return (
    <li
      data-index={index}
      data-current={isCurrent || isSelected || undefined}
      onFocus={() => onFocus(index)}
      style={{ height: heightPx, transform: `translateY(${index * heightPx}px)` }}
      className={`${line} absolute inset-x-0 top-0 [contain:layout_style] border-border border-b bg-surface hover:bg-hover data-current:bg-accent-quiet`}
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
        {/* A plain link, which the list opens: the router's own would look at the address in every row. */}
        <a
          href={`/workflows/${encodeURIComponent(row.id)}`}
          // The link spreads over the row; what can be pressed by itself stands above it.
          className={`truncate text-sm outline-offset-2 after:absolute after:inset-0 ${row.name ? "font-medium" : "font-mono text-muted"}`}
          title={name}
        >
          {name}
        </a>
        {row.withheld > 0 ? (
          <span className="shrink-0">
            <WithheldBadge count={row.withheld} />
          </span>
        ) : null}
      </span>
      {columns.map((id) =>
        id === "name" ? null : (
          <span key={id} className={cellLooks[id]}>
            {cellOf(id, props)}
          </span>
        ),
      )}
    </li>
  );
}

const cellLooks: Record<ColumnId, string> = {
  name: "",
  status: "flex items-center max-sm:order-2",
  chain: "min-w-0 overflow-hidden max-sm:hidden",
  output: "relative flex items-center gap-1 max-sm:order-6",
  tags: "flex min-w-0 items-center gap-1 overflow-hidden max-sm:hidden",
  cost: "flex items-center justify-end max-sm:order-3",
  created: "text-right text-muted text-sm max-sm:order-4",
  duration: "text-right text-muted text-sm max-sm:hidden",
};

function cellOf(id: ColumnId, { row, nowMs, hideMature, onReadAgain }: WorkflowRowProps): ReactNode {
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
      return <TimeSince at={row.createdAt} nowMs={nowMs} />;
    case "duration":
      return row.startedMs === undefined ? (
        <span className="text-subtle">–</span>
      ) : (
        <span className="tabular whitespace-nowrap">{sayDuration((row.completedMs ?? nowMs) - row.startedMs)}</span>
      );
  }
}

function Thumbnails({ row, hideMature, onReadAgain }: Pick<WorkflowRowProps, "row" | "hideMature" | "onReadAgain">) {
  const mayLoad = useMayLoad(row.id);
  return row.thumbnails.map((thumbnail, place) =>
    mayLoad ? (
      <BlobFrame
        key={`${row.id} ${thumbnail.label}`}
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
      // biome-ignore lint/suspicious/noArrayIndexKey: an empty frame serves any picture.
      <span key={place} className="size-8 rounded-sm bg-sunken" />
    ),
  );
}

/** The first tag, and how many more there are. */
const Tags = memo(function Tags({ tags: [first, ...others] }: { tags: readonly string[] }) {
  if (first === undefined) return null;
  return (
    <>
      <span className="flex min-w-0">
        <TagChip tag={first} />
      </span>
      {others.length > 0 ? (
        <span className="shrink-0 text-subtle text-xs" title={others.join(", ")}>
          +{others.length}
        </span>
      ) : null}
    </>
  );
});

function toBlob({ label, available, url, rating, blockedReason }: Thumbnail) {
  return { id: label, available, url, nsfwLevel: rating, blockedReason };
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
