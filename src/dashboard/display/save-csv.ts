import { saveFile } from "#dashboard/ui/save-file.ts";

/** Let the browser save records as a CSV file. What a spreadsheet would run as a formula is made plain text. */
export async function saveCsv(name: string, records: readonly Record<string, unknown>[]): Promise<void> {
  const { default: Papa } = await import("papaparse");
  const rows = records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([key, value]) => [key, isPlain(value) ? value : JSON.stringify(value)]),
    ),
  );
  saveFile(name, new Blob([Papa.unparse(rows, { escapeFormulae: true })], { type: "text/csv" }));
}

function isPlain(value: unknown): boolean {
  return value === undefined || value === null || typeof value === "string" || typeof value === "number";
}
