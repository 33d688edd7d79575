import { useEffect, useState } from "react";
import type { ListRow } from "#dashboard/api/list-row.ts";
import type { Stoppable } from "#dashboard/api/use-stoppable.ts";
import { countNumber } from "#dashboard/display/words.ts";
import { announce } from "#dashboard/ui/live-region.ts";
import { toast } from "#dashboard/ui/toast.ts";
import type { Selection } from "#dashboard/ui/use-selection.ts";

/** What loads the rest of a list. */
export type LoadAll = {
  hasMore: boolean;
  isLoadingMore: boolean;
  moreError: Error | null;
  onLoadMore: () => void;
  /** How many workflows the server gave for the rows. */
  lookedAt: number;
};

type Selecting = LoadAll & { rows: readonly ListRow[]; selection: Selection };

/**
 * Selects all that match: loads on until the list ends, and says how far it is. Stopped, or where no more can be read,
 * it selects what was loaded by then, and says that it is not all.
 */
export function useSelectAll(selecting: Selecting): { start: () => void; reading: Stoppable | undefined } {
  const { rows, selection, hasMore, isLoadingMore, moreError, onLoadMore, lookedAt } = selecting;
  const [isOn, turn] = useState(false);
  const [isStopped, stop] = useState(false);
  const goesOn = hasMore && !moreError && !isStopped;
  useEffect(() => {
    if (!isOn) return;
    if (goesOn && !isLoadingMore) onLoadMore();
    if (goesOn) return;
    turn(false);
    selection.set(rows.map(({ id }) => id));
    const count = countNumber(rows.length);
    if (!hasMore) announce(`${count} selected`);
    else
      toast({
        title: `${count} selected, and not all`,
        description: moreError
          ? `The rows below could not be read: ${moreError.message}`
          : "Reading was stopped. What was not read is not selected.",
        tone: "danger",
      });
  }, [isOn, goesOn, isLoadingMore, onLoadMore, rows, selection.set, hasMore, moreError]);
  const words =
    lookedAt > rows.length
      ? `Reading: ${countNumber(rows.length)} match, looked at ${countNumber(lookedAt)}`
      : `Reading: ${countNumber(rows.length)} so far`;
  return {
    start: () => {
      stop(false);
      turn(true);
    },
    reading: isOn ? { words, onStop: () => stop(true) } : undefined,
  };
}
