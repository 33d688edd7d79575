/** What a row of the list tells, each in a column of its own. The name is always there. */
export const columnIds = ["name", "status", "chain", "output", "tags", "cost", "created", "duration"] as const;
export type ColumnId = (typeof columnIds)[number];

type Column = {
  label: string;
  /** The least width, in px. */
  leastPx: number;
  /** Its share of the width that is left; none when it never grows. */
  share?: number;
  isRight?: boolean;
};

export const columnsById: Record<ColumnId, Column> = {
  name: { label: "Workflow", leastPx: 176, share: 1.3 },
  status: { label: "Status", leastPx: 136 },
  chain: { label: "Chain", leastPx: 136, share: 1.2 },
  output: { label: "Output", leastPx: 140 },
  tags: { label: "Tags", leastPx: 112, share: 0.9 },
  cost: { label: "Cost", leastPx: 144, isRight: true },
  created: { label: "Created", leastPx: 72, isRight: true },
  duration: { label: "Duration", leastPx: 72, isRight: true },
};

/** Columns that may be left out, the first of them first. */
const optionalColumns: readonly ColumnId[] = ["duration", "tags", "chain", "output", "cost", "created", "status"];

const selectPx = 24;
const gapPx = 12;
const paddingPx = 16;

/** The least width of a row with these columns, in px. */
export function leastWidthPx(columns: readonly ColumnId[]): number {
  const least = columns.reduce((sum, id) => sum + columnsById[id].leastPx + gapPx, selectPx);
  return least + 2 * paddingPx;
}

/**
 * The columns to draw: those that were not hidden, without the ones that have no room. `scrolls`: a narrow table keeps
 * all of them and is scrolled sideways.
 */
export function columnsToDraw(hidden: readonly ColumnId[], widthPx: number, scrolls: boolean): ColumnId[] {
  let columns = columnIds.filter((id) => id === "name" || !hidden.includes(id));
  if (scrolls) return columns;
  for (const id of optionalColumns) {
    if (leastWidthPx(columns) <= widthPx) break;
    columns = columns.filter((one) => one !== id);
  }
  return columns;
}

/** The tracks of the grid that rows and header share, so that no column moves while data arrives. */
export function gridTracks(columns: readonly ColumnId[]): string {
  const tracks = columns.map((id) => {
    const { leastPx, share } = columnsById[id];
    return share ? `minmax(${leastPx}px, ${share}fr)` : `${leastPx}px`;
  });
  return [`${selectPx}px`, ...tracks].join(" ");
}
