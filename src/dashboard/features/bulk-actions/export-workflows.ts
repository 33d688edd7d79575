import { netByCurrency } from "#contract/cost.ts";
import { currencies } from "#contract/currency.ts";
import type { Workflow } from "#contract/workflow.ts";
import { saveCsv } from "#dashboard/display/save-csv.ts";
import { workflowName } from "#dashboard/display/words.ts";
import { saveFile } from "#dashboard/ui/save-file.ts";

export type ExportFormat = "json" | "csv" | "zip";

/** The name of an export of today, without its extension. */
export function exportName(): string {
  return `workflows-${new Date().toISOString().slice(0, 10)}`;
}

/** A workflow as a part of a JSON file: text, since thousands of whole workflows do not fit the memory. */
export function toJson(workflow: Workflow): string {
  return JSON.stringify(workflow, null, 2);
}

/** Save workflows, each as JSON already, as one list. */
export function saveJson(workflows: readonly string[]): void {
  const content = workflows.flatMap((text, index) => (index === 0 ? [text] : [",\n", text]));
  saveFile(`${exportName()}.json`, new Blob(["[\n", ...content, "\n]\n"], { type: "application/json" }));
}

/** Save workflows, each as a record already, as a table. */
export function saveTable(records: readonly Record<string, unknown>[]): Promise<void> {
  return saveCsv(`${exportName()}.csv`, records);
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
