import { useMutation } from "@tanstack/react-query";
import { type Workflow, type WorkflowBlob, workflowBlobs } from "#contract/workflow.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { readMedium } from "#dashboard/api/call.ts";
import { saveFile } from "#dashboard/ui/save-file.ts";

/** Reads the workflow again, because its links are old; answers it with fresh ones. */
export type RenewLinks = () => Promise<Workflow | undefined>;

export type Downloads = {
  saveOne: (placed: WorkflowBlob) => void;
  /** Several outputs in one zip file, with a manifest. */
  saveAll: (name: string, all: readonly WorkflowBlob[]) => void;
  isBusy: boolean;
  /** What was not saved, and why. */
  problem: string | undefined;
};

/** Saves outputs to the operator's disk. Links that have expired are renewed first. */
export function useDownloads(onExpired: RenewLinks): Downloads {
  const save = useMutation({
    mutationFn: async (wish: { one: WorkflowBlob } | { name: string; all: readonly WorkflowBlob[] }) => {
      const read = createReader(onExpired);
      if ("all" in wish) return saveZip(wish.name, wish.all, read);
      const answer = await read(wish.one);
      if (!answer?.ok) throw new Error(`The server answered ${answer?.status ?? "without a link"}.`);
      saveFile(wish.one.blob.id, await answer.blob());
      return 0;
    },
  });
  return {
    saveOne: (one) => save.mutate({ one }),
    saveAll: (name, all) => save.mutate({ name, all }),
    isBusy: save.isPending,
    problem: save.error ? `The download failed. ${toApiProblem(save.error).message}` : sayMissing(save.data ?? 0),
  };
}

function sayMissing(count: number): string | undefined {
  if (count === 0) return undefined;
  return `${count === 1 ? "1 output" : `${count} outputs`} could not be read; manifest.json in the file names what is missing.`;
}

/** Reads one output after the other; a link that no longer works has all of them renewed. */
function createReader(onExpired: RenewLinks): (placed: WorkflowBlob) => Promise<Response | undefined> {
  let fresh: Map<string, string | null | undefined> | undefined;
  return async ({ blob }) => {
    const url = fresh?.get(blob.id) ?? blob.url;
    const answer = url ? await readMedium(url) : undefined;
    if (answer?.ok) return answer;
    const renewed = await onExpired();
    if (!renewed) return answer;
    fresh = new Map(workflowBlobs(renewed).map((placed) => [placed.blob.id, placed.blob.url]));
    const next = fresh.get(blob.id);
    return next && next !== url ? readMedium(next) : answer;
  };
}

/** Answers how many of them are not in the file. */
async function saveZip(
  name: string,
  blobs: readonly WorkflowBlob[],
  read: (placed: WorkflowBlob) => Promise<Response | undefined>,
): Promise<number> {
  const { downloadZip } = await import("client-zip");
  const manifest: Record<string, unknown>[] = [];
  async function* files() {
    for (const placed of blobs) {
      const { blob, stepName, path } = placed;
      const entry = { step: stepName, path, blob: blob.id, rating: blob.nsfwLevel };
      const answer = await read(placed).catch(() => undefined);
      const file = `${stepName}-${blob.id}`;
      manifest.push(answer?.ok ? { ...entry, file } : { ...entry, leftOut: "It could not be read." });
      if (answer?.ok) yield { name: file, input: answer };
    }
    yield { name: "manifest.json", input: JSON.stringify(manifest, null, 2) };
  }
  saveFile(name, await downloadZip(files()).blob());
  return manifest.filter((entry) => "leftOut" in entry).length;
}
