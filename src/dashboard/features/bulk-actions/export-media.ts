import { isTerminal } from "#contract/status.ts";
import { type Workflow, type WorkflowBlob, workflowBlobs } from "#contract/workflow.ts";
import { readMedium } from "#dashboard/api/call.ts";
import { MediumElsewhere, whyLeftOut } from "#dashboard/api/medium-bytes.ts";
import { type BlobState, blobState } from "#dashboard/display/blob-state.ts";
import { countOf } from "#dashboard/display/words.ts";
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
  const said = `${countOf(files, "file")} and a manifest.`;
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

/** How many files are not in the zip: those that could not be read, and by their hosts those that are not relayed. */
export type MediaMissing = { unread: number; elsewhere: Map<string, number> };

/** Save the media as a zip with a manifest. Answers which files are not in it; throws when it is stopped. */
export async function saveMedia(plan: MediaPlan, { signal, onProgress }: MediaSaving): Promise<MediaMissing> {
  const { downloadZip } = await import("client-zip");
  const manifest: Record<string, unknown>[] = [];
  const missing: MediaMissing = { unread: 0, elsewhere: new Map() };
  let written = 0;
  async function* files() {
    for (const { workflow, placed, state } of plan) {
      signal.throwIfAborted();
      const { blob, stepName } = placed;
      const entry = { workflow: workflow.id, step: stepName, blob: blob.id, rating: blob.nsfwLevel };
      if (state !== "shown") {
        manifest.push({ ...entry, leftOut: leftOutWords[state] });
        continue;
      }
      try {
        const answer = await readMedium(blob.url ?? "", signal);
        if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
        const file = `${workflow.id}/${stepName}-${blob.id}`;
        yield { name: file, input: answer };
        manifest.push({ ...entry, file });
        onProgress(++written);
      } catch (error) {
        signal.throwIfAborted();
        count(missing, error);
        manifest.push({ ...entry, ...whyLeftOut(error) });
      }
    }
    yield { name: "manifest.json", input: JSON.stringify(manifest, null, 2) };
  }
  const zip = await downloadZip(files()).blob();
  signal.throwIfAborted();
  saveFile(`${exportName()}.zip`, zip);
  return missing;
}

function count(missing: MediaMissing, error: unknown): void {
  if (error instanceof MediumElsewhere) {
    missing.elsewhere.set(error.host, (missing.elsewhere.get(error.host) ?? 0) + 1);
  } else missing.unread += 1;
}

/** "Not in the file: 2 on cdn.example, which this Baton does not relay. Its manifest names them." */
export function sayMediaMissing({ unread, elsewhere }: MediaMissing): string | undefined {
  const parts = [
    ...[...elsewhere].map(([host, files]) => `${files} on ${host}, which this Baton does not relay`),
    ...(unread > 0 ? [`${unread} that could not be read`] : []),
  ];
  return parts.length === 0 ? undefined : `Not in the file: ${parts.join("; ")}. Its manifest names them.`;
}
