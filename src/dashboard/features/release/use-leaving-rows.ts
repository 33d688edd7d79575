import { useIsMutating, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { deskHeadQuery, lookAgainAtRow, rowsThatLeft, takeOffDesk } from "#dashboard/api/desk-list.ts";
import { releaseKey } from "#dashboard/api/release-workflow.ts";
import { workflowName } from "#dashboard/display/words.ts";
import { toast } from "#dashboard/ui/toast.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";

/**
 * Lets rows leave the desk that somebody else has released or deleted, with a word about it. `isQuiet`: while this desk
 * itself is at it, whose doing is no news. `onLeave` hears of the ids before they go.
 */
export function useLeavingRows(
  rows: readonly Workflow[],
  { isQuiet, onLeave }: { isQuiet: boolean; onLeave: (ids: ReadonlySet<string>) => void },
) {
  const api = useApi();
  const client = useQueryClient();
  // The list itself reads it, in its own time.
  const { data: head } = useQuery({ ...deskHeadQuery(api), enabled: false });
  const isReleasing = useIsMutating({ mutationKey: releaseKey }) > 0;
  const left = useMemo(() => rowsThatLeft(rows, head), [rows, head]);
  const leave = useStable((gone: readonly Workflow[]) => {
    const ids = new Set(gone.map(({ id }) => id ?? ""));
    onLeave(ids);
    if (takeOffDesk(client, api, ids)) toast(sayLeft(gone));
  });
  useEffect(() => {
    if (!isQuiet && !isReleasing && left.length > 0) leave(left);
  }, [isQuiet, isReleasing, left, leave]);
  return {
    /** Read a row again that is looked at: it may have left since the last poll, or lie below what that reads. */
    lookAgain: async (row: Workflow) => {
      if ((await lookAgainAtRow(client, api, row.id ?? "")) === "gone") leave([row]);
    },
  };
}

function sayLeft(gone: readonly Workflow[]): { title: string; description: string } {
  const [first] = gone;
  return first && gone.length === 1
    ? {
        title: `“${workflowName(first)}” left the desk`,
        description: "It was released, deleted or changed meanwhile, and waits no longer.",
      }
    : {
        title: `${gone.length} workflows left the desk`,
        description: "They were released, deleted or changed meanwhile, and wait no longer.",
      };
}
