import { type Blob, blobsOf, type Medium } from "#contract/blob.ts";
import type { Workflow } from "#contract/workflow.ts";
import { blobState } from "#dashboard/display/blob-state.ts";

/** A file that an earlier workflow made, and what to call it. */
export type PastOutput = {
  key: string;
  blob: Blob;
  medium: Medium | undefined;
  url: string;
  label: string;
  createdAt: string;
  allowMatureContent: Workflow["allowMatureContent"];
};

type Wanted = { medium: Medium | undefined; hideMature: boolean };

/**
 * The files of a medium that workflows made, in their order: those that can be used, and how many can't because they
 * are hidden or withheld. What names no medium counts as fitting.
 */
export function pastOutputs(
  workflows: readonly Workflow[],
  { medium, hideMature }: Wanted,
): { usable: PastOutput[]; keptBack: number; workflows: number } {
  const placed = workflows.flatMap((workflow) =>
    workflow.steps.flatMap((step) =>
      blobsOf(step.output)
        .filter((one) => medium === undefined || one.medium === undefined || one.medium === medium)
        .map(({ path, blob, medium: made }) => {
          const { allowMatureContent } = workflow;
          const state = blobState(blob, { hideMature, allowMatureContent, isOver: true, isRevealed: true });
          const title = typeof workflow.metadata?.name === "string" ? `${workflow.metadata.name}, ` : "";
          const label = `${title}${step.name}${path === "" ? "" : ` / ${path}`}`;
          const key = `${workflow.id} ${step.name} ${path}`;
          return {
            state,
            key,
            blob,
            medium: made,
            url: blob.url ?? "",
            label,
            createdAt: workflow.createdAt,
            allowMatureContent,
          };
        }),
    ),
  );
  return {
    usable: placed.filter(({ state, url }) => state === "shown" && url !== "").map(({ state: _, ...output }) => output),
    keptBack: placed.filter(({ state }) => state === "hidden" || state === "withheld").length,
    workflows: workflows.length,
  };
}
