import { netByCurrency } from "#contract/cost.ts";
import { currencies } from "#contract/currency.ts";
import { type Workflow, type WorkflowBlob, workflowBlobs } from "#contract/workflow.ts";
import { readMedium } from "#dashboard/api/call.ts";
import { blobState } from "#dashboard/display/blob-state.ts";
import { saveCsv } from "#dashboard/display/save-csv.ts";
import { workflowName } from "#dashboard/display/words.ts";
import { saveFile } from "#dashboard/ui/save-file.ts";

export type ExportFormat = "json" | "csv" | "zip";

/** Save workflows as a file. A zip leaves out what is withheld or hidden, and its manifest says so. */
export async function exportWorkflows(
  format: ExportFormat,
  workflows: readonly Workflow[],
  hideMature: boolean,
): Promise<void> {
  const name = `workflows-${new Date().toISOString().slice(0, 10)}`;
  switch (format) {
    case "json":
      return saveFile(`${name}.json`, new Blob([JSON.stringify(workflows, null, 2)], { type: "application/json" }));
    case "csv":
      return saveCsv(`${name}.csv`, workflows.map(toRecord));
    case "zip":
      return saveZip(`${name}.zip`, workflows, hideMature);
  }
}

/** A workflow as a line of a table. What the server did not tell is "unknown". */
export function toRecord(workflow: Workflow): Record<string, unknown> {
  const net = netByCurrency(workflow.transactions);
  return {
    id: workflow.id,
    name: workflowName(workflow),
    status: workflow.status,
    chain: workflow.steps.map(({ $type }) => $type).join(" > "),
    tags: (workflow.tags ?? []).join(" "),
    created: workflow.createdAt,
    started: workflow.startedAt,
    completed: workflow.completedAt,
    cost: workflow.cost?.total ?? "unknown",
    ...Object.fromEntries(currencies.map((currency) => [`paid ${currency}`, net?.[currency] ?? "unknown"])),
  };
}

async function saveZip(name: string, workflows: readonly Workflow[], hideMature: boolean): Promise<void> {
  const { downloadZip } = await import("client-zip");
  const manifest: Record<string, unknown>[] = [];
  async function* files() {
    for (const workflow of workflows) {
      for (const placed of workflowBlobs(workflow)) {
        const entry = {
          workflow: workflow.id,
          step: placed.stepName,
          blob: placed.blob.id,
          rating: placed.blob.nsfwLevel,
        };
        const why = whyLeftOut(workflow, placed, hideMature);
        const answer = why ? undefined : await readMedium(placed.blob.url ?? "").catch(() => undefined);
        if (!answer?.ok) {
          manifest.push({ ...entry, leftOut: why ?? "it could not be read" });
          continue;
        }
        const file = `${workflow.id}/${placed.stepName}-${placed.blob.id}`;
        manifest.push({ ...entry, file });
        yield { name: file, input: answer };
      }
    }
    yield { name: "manifest.json", input: JSON.stringify(manifest, null, 2) };
  }
  saveFile(name, await downloadZip(files()).blob());
}

function whyLeftOut({ allowMatureContent }: Workflow, { blob }: WorkflowBlob, hideMature: boolean): string | undefined {
  const state = blobState(blob, { hideMature, allowMatureContent, isOver: true, isRevealed: true });
  return state === "shown" ? undefined : state;
}
