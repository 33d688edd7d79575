import { useQueryClient } from "@tanstack/react-query";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import type { ListFilter } from "#dashboard/api/list-filter.ts";
import type { ListRow } from "#dashboard/api/list-row.ts";
import { readWhole } from "#dashboard/api/read-whole.ts";
import { type Stoppable, type StoppableControl, useStoppable } from "#dashboard/api/use-stoppable.ts";
import { countNumber, countOf } from "#dashboard/display/words.ts";
import { type MediaPlan, saveMedia, sayMediaMissing } from "#dashboard/features/bulk-actions/export-media.ts";
import { toast } from "#dashboard/ui/toast.ts";

export type BulkReading = {
  current: Stoppable | undefined;
  /** Read rows whole, make something of each, and hand all of it on. */
  whole: <Made>(
    rows: readonly ListRow[],
    what: string,
    of: (workflow: Workflow) => Made,
    then: (found: Made[]) => void | Promise<void>,
  ) => Promise<void>;
  /** Read media and save them. */
  media: (plan: MediaPlan) => Promise<void>;
};

/** What is read before and for an export or a release: with its progress and a stop, and told when it was not all. */
export function useBulkReading(filter: ListFilter, selected: readonly ListRow[]): BulkReading {
  const api = useApi();
  const client = useQueryClient();
  const { current, run } = useStoppable();
  const tell = (work: (control: StoppableControl) => Promise<void>) => async (control: StoppableControl) => {
    try {
      await work(control);
    } catch (error) {
      if (control.signal.aborted) toast({ title: "Stopped", description: "Nothing was saved or changed." });
      else toast({ title: "It could not be read", description: toApiProblem(error).message, tone: "danger" });
    }
  };
  return {
    current,
    whole: (rows, what, of, then) =>
      run(
        `Reading the ${what}`,
        tell(async ({ signal, say }) => {
          const total = countNumber(rows.length);
          const onProgress = (read: number) => say(`Reading the ${what}: ${countNumber(read)} of ${total}`);
          const ids = rows.map(({ id }) => id);
          const { found, missing } = await readWhole({ api, client, filter, ids, of, signal, onProgress });
          if (missing.length > 0) {
            const shown = missing.slice(0, 5).join(", ");
            toast({
              title: `${missing.length} of ${total} could not be read, and are left out`,
              description: missing.length > 5 ? `${shown} and others` : shown,
              tone: "danger",
            });
          }
          if (found.length > 0 || missing.length === 0) await then(found);
        }),
      ),
    media: (plan) =>
      run(
        "Reading the files",
        tell(async ({ signal, say }) => {
          const total = plan.filter(({ state }) => state === "shown").length;
          let saved = 0;
          const missing = await saveMedia(plan, {
            signal,
            onProgress: (files) => {
              saved = files;
              say(`Files: ${files} of ${total}`);
            },
          });
          const description = sayMediaMissing(missing);
          toast(
            description === undefined
              ? { title: `${countOf(total, "file")} of ${countOf(selected.length, "workflow")} saved` }
              : { title: `${saved} of ${countOf(total, "file")} saved`, description, tone: "danger" },
          );
        }),
      ),
  };
}
