import { useMutation } from "@tanstack/react-query";
import { type Workflow, type WorkflowBlob, workflowBlobs } from "#contract/workflow.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { readMedium } from "#dashboard/api/call.ts";
import { MediumElsewhere, whyLeftOut } from "#dashboard/api/medium-bytes.ts";
import { useStoppable } from "#dashboard/api/use-stoppable.ts";
import { countOf } from "#dashboard/display/words.ts";
import { saveFile } from "#dashboard/ui/save-file.ts";
import { toast } from "#dashboard/ui/toast.ts";
import { outputLabel } from "./output-label.ts";

/** Reads the workflow again, because its links are old; answers it with fresh ones. */
export type RenewLinks = () => Promise<Workflow | undefined>;

/** What was not saved, and why; `elsewhere`: what can be opened on its own host instead. */
export type DownloadProblem = { words: string; elsewhere: { label: string; url: string }[] };

export type Downloads = {
  saveOne: (placed: WorkflowBlob) => void;
  /** Several outputs in one zip file, with a manifest. */
  saveAll: (name: string, all: readonly WorkflowBlob[]) => void;
  isBusy: boolean;
  problem: DownloadProblem | undefined;
};

/** An output that is not in the zip. */
type LeftOut = { placed: WorkflowBlob; error: unknown };

/** Saves outputs to the operator's disk. Links that have expired are renewed first. */
export function useDownloads(onExpired: RenewLinks): Downloads {
  const { run } = useStoppable();
  const save = useMutation({
    mutationFn: async (wish: { one: WorkflowBlob } | { name: string; all: readonly WorkflowBlob[] }) => {
      if ("one" in wish) return saveOne(wish.one, createReader(onExpired));
      let leftOut: LeftOut[] = [];
      await run("Reading the files", async ({ signal }) => {
        leftOut = await saveZip(wish.name, wish.all, createReader(onExpired, signal), signal);
      });
      return leftOut;
    },
    // The page may be left: this is told on whichever is shown now.
    onError: (error) => {
      if (isStop(error)) toast({ title: "Stopped", description: "The files were not saved." });
    },
  });
  return {
    saveOne: (one) => save.mutate({ one }),
    saveAll: (name, all) => save.mutate({ name, all }),
    isBusy: save.isPending,
    problem: save.error ? sayFailure(save.error) : sayMissing(save.data ?? []),
  };
}

function isStop(error: Error): boolean {
  return error.name === "AbortError";
}

async function saveOne(one: WorkflowBlob, read: ReadOutput): Promise<LeftOut[]> {
  const answer = await read(one);
  if (!answer?.ok) throw new Error(`The server answered ${answer?.status ?? "without a link"}.`);
  saveFile(one.blob.id, await answer.blob());
  return [];
}

function sayFailure(error: Error): DownloadProblem | undefined {
  if (isStop(error)) return undefined;
  if (error instanceof MediumElsewhere) {
    return { words: `Not saved. ${error.message}`, elsewhere: [{ label: `Open it on ${error.host}`, url: error.url }] };
  }
  return { words: `The download failed. ${toApiProblem(error).message}`, elsewhere: [] };
}

function sayMissing(leftOut: readonly LeftOut[]): DownloadProblem | undefined {
  if (leftOut.length === 0) return undefined;
  const away = leftOut.flatMap(({ placed, error }) => (error instanceof MediumElsewhere ? [{ placed, error }] : []));
  const hosts = [...new Set(away.map(({ error }) => error.host))].join(" and ");
  const unread = leftOut.length - away.length;
  const reasons = [
    ...(away.length > 0 ? [`${countOf(away.length, "output")} on ${hosts}, which this Baton does not relay`] : []),
    ...(unread > 0 ? [`${countOf(unread, "output")} that could not be read`] : []),
  ];
  return {
    words: `Not in the file: ${reasons.join(", and ")}. manifest.json in it names them.`,
    elsewhere: away.map(({ placed, error }) => ({ label: `Open ${outputLabel(placed)}`, url: error.url })),
  };
}

type ReadOutput = (placed: WorkflowBlob) => Promise<Response | undefined>;

/** Reads one output after the other; a link that no longer works has all of them renewed. */
function createReader(onExpired: RenewLinks, signal?: AbortSignal): ReadOutput {
  let fresh: Map<string, string | null | undefined> | undefined;
  return async ({ blob }) => {
    const url = fresh?.get(blob.id) ?? blob.url;
    const answer = url ? await readMedium(url, signal) : undefined;
    if (answer?.ok) return answer;
    const renewed = await onExpired();
    signal?.throwIfAborted();
    if (!renewed) return answer;
    fresh = new Map(workflowBlobs(renewed).map((placed) => [placed.blob.id, placed.blob.url]));
    const next = fresh.get(blob.id);
    return next && next !== url ? readMedium(next, signal) : answer;
  };
}

/** Answers which of them are not in the file; throws when it is stopped. */
async function saveZip(
  name: string,
  blobs: readonly WorkflowBlob[],
  read: ReadOutput,
  signal: AbortSignal,
): Promise<LeftOut[]> {
  const { downloadZip } = await import("client-zip");
  const manifest: Record<string, unknown>[] = [];
  const leftOut: LeftOut[] = [];
  async function* files() {
    for (const placed of blobs) {
      const { blob, stepName, path } = placed;
      const entry = { step: stepName, path, blob: blob.id, rating: blob.nsfwLevel };
      const answer = await read(placed).catch((error: unknown) => ({ ok: false as const, error }));
      signal.throwIfAborted();
      if (answer?.ok) {
        const file = `${stepName}-${blob.id}`;
        manifest.push({ ...entry, file });
        yield { name: file, input: answer };
        continue;
      }
      const error = answer && "error" in answer ? answer.error : undefined;
      leftOut.push({ placed, error });
      manifest.push({ ...entry, ...whyLeftOut(error) });
    }
    yield { name: "manifest.json", input: JSON.stringify(manifest, null, 2) };
  }
  const zip = await downloadZip(files()).blob();
  signal.throwIfAborted();
  saveFile(name, zip);
  return leftOut;
}
