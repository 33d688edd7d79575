import { ChartColumn, Download, Table } from "lucide-react";
import { type ReactNode, useState } from "react";
import { type Amounts, currencies } from "#contract/currency.ts";
import { saveCsv } from "#dashboard/display/save-csv.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { SegmentedControl } from "#dashboard/ui/segmented-control.tsx";
import type { SpendGroup } from "./spend-sums.ts";
import { SpendTable } from "./spend-table.tsx";

type Props = {
  title: string;
  /** What the first column holds: "Day", "Tag". */
  keyName: string;
  groups: readonly SpendGroup[];
  note?: string;
  sayKey?: (key: string) => string;
  chart: ReactNode;
};

const views = [
  { value: "chart", label: "Chart", icon: <ChartColumn size={14} /> },
  { value: "table", label: "Table", icon: <Table size={14} /> },
] as const;

/** What was spent by something: a chart, the table behind it, and the table as a file. */
export function SpendCard({ title, keyName, groups, note, sayKey = (key) => key, chart }: Props) {
  const [view, setView] = useState<"chart" | "table">("chart");
  const fileName = `spend-${title.toLowerCase().replaceAll(" ", "-")}.csv`;
  const records = groups.map((group) => toRecord(keyName, group));
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-3 rounded-lg border border-border bg-surface p-4">
      <div className="flex items-center gap-2">
        <h2 className="mr-auto font-medium text-base">{title}</h2>
        <SegmentedControl
          label={`${title} as`}
          size="sm"
          isIconOnly
          segments={views}
          value={view}
          onValueChange={setView}
        />
        <Button
          size="sm"
          variant="quiet"
          icon={<Download size={14} />}
          aria-label={`Download ${title} as CSV`}
          onClick={() => void saveCsv(fileName, records)}
        >
          CSV
        </Button>
      </div>
      {note ? <p className="text-muted text-xs">{note}</p> : null}
      {view === "chart" ? chart : <SpendTable title={title} keyName={keyName} groups={groups} sayKey={sayKey} />}
    </section>
  );
}

function toRecord(keyName: string, { key, count, charged, refunded, net }: SpendGroup): Record<string, unknown> {
  const columns = (name: string, amounts: Amounts) =>
    Object.fromEntries(currencies.map((currency) => [`${name} ${currency}`, amounts[currency]]));
  return {
    [keyName.toLowerCase()]: key,
    workflows: count,
    ...columns("charged", charged),
    ...columns("refunded", refunded),
    ...columns("net", net),
  };
}
