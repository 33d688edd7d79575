import { isTerminal } from "#contract/status.ts";
import { type Workflow, type WorkflowBlob, workflowBlobs } from "#contract/workflow.ts";
import { readMedium } from "#dashboard/api/call.ts";
import { type BlobState, blobState } from "#dashboard/display/blob-state.ts";
import { saveFile } from "#dashboard/ui/save-file.ts";
import { exportName } from "./export-workflows.ts";

/** An output and whether it goes into the zip: only what may be shown does. */
export type MediaPlan = { workflow: Workflow; placed: WorkflowBlob; state: BlobState }[];

/** Which outputs of these workflows a zip would hold, and why it leaves out the others. */
export function planMedia(workflows: readonly Workflow[], hideMature: boolean): MediaPlan {
  return workflows.flatMap((workflow) =>
    workflowBlobs(workflow).map((placed) => ({
      workflow,
      placed,
      state: blobState(placed.blob, {
        hideMature,
        allowMatureContent: workflow.allowMatureContent,
        isOver: isTerminal(workflow.status),
        // Whoever exports does not look: what is blurred on the screen is a file like others.
        isRevealed: true,
      }),
    })),
  );
}

/** "12 files. 5 outputs are left out: 3 withheld, 2 hidden." */
export function sayMedia(plan: MediaPlan): string {
  const files = plan.filter(({ state }) => state === "shown").length;
  const counts = new Map<BlobState, number>();
  for (const { state } of plan) if (state !== "shown") counts.set(state, (counts.get(state) ?? 0) + 1);
  const left = [...counts].map(([state, count]) => `${count} ${leftOutWords[state]}`).join(", ");
  const said = `${files === 1 ? "1 file" : `${files} files`} and a manifest.`;
  return left === "" ? said : `${said} Left out: ${left}. The manifest names them.`;
}

const leftOutWords: Record<BlobState, string> = {
  shown: "",
  blurred: "",
  withheld: "withheld",
  hidden: "hidden as mature",
  blocked: "blocked",
  pending: "not made yet",
  missing: "never delivered",
};

export type MediaSaving = { signal: AbortSignal; onProgress: (files: number) => void };

/** Save the media as a zip with a manifest. Answers how many files could not be read; throws when it is stopped. */
export async function saveMedia(plan: MediaPlan, { signal, onProgress }: MediaSaving): Promise<{ unread: number }> {
  const { downloadZip } = await import("client-zip");
  const manifest: Record<string, unknown>[] = [];
  let unread = 0;
  let written = 0;
  async function* files() {
    for (const { workflow, placed, state } of plan) {
      signal.throwIfAborted();
      const { blob, stepName } = placed;
      const entry = { workflow: workflow.id, step: stepName, blob: blob.id, rating: blob.nsfwLevel };
      const answer = state === "shown" ? await readMedium(blob.url ?? "", signal).catch(() => undefined) : undefined;
      if (!answer?.ok) {
        if (state === "shown") unread += 1;
        manifest.push({ ...entry, leftOut: leftOutWords[state] || "could not be read" });
        continue;
      }
      const file = `${workflow.id}/${stepName}-${blob.id}`;
      manifest.push({ ...entry, file });
      yield { name: file, input: answer };
      onProgress(++written);
    }
    yield { name: "manifest.json", input: JSON.stringify(manifest, null, 2) };
  }
  const zip = await downloadZip(files()).blob();
  signal.throwIfAborted();
  saveFile(`${exportName()}.zip`, zip);
  return { unread };
}
