import { useMemo } from "react";
import { type Status, statuses } from "#contract/status.ts";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { countNumber } from "#dashboard/display/words.ts";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { FilterChip } from "./filter-chip.tsx";
import type { ListSearch } from "./list-search.ts";

type Props = {
  search: ListSearch;
  onChange: (change: Partial<ListSearch>) => void;
  rows: readonly { status: Status }[];
  /** The panel is about to be opened. */
  onIntent: () => void;
};

/** One or several statuses, with the number of loaded rows that have each. */
export function StatusFilter(props: Props) {
  const { status = [] } = props.search;
  const [first] = status;
  return (
    <FilterChip
      name="Status"
      value={
        first === undefined ? undefined : status.length === 1 ? <StatusBadge status={first} /> : `${status.length} of 8`
      }
      onClear={() => props.onChange({ status: undefined })}
      onIntent={props.onIntent}
    >
      <StatusFields {...props} />
    </FilterChip>
  );
}

/** Drawn, and its rows counted, only while the panel is open. */
function StatusFields({ search: { status = [] }, onChange, rows }: Omit<Props, "onIntent">) {
  const counts = useMemo(() => countStatuses(rows), [rows]);
  const set = (one: Status, isOn: boolean) => {
    const next = isOn ? [...status, one] : status.filter((other) => other !== one);
    onChange({ status: next.length > 0 ? next : undefined });
  };
  return (
    <>
      <p className="flex justify-between pb-1 text-subtle text-xs">
        <span>Any of</span> <span>loaded</span>
      </p>
      <ul className="flex flex-col gap-1">
        {statuses.map((one) => (
          <li key={one} className="flex items-center justify-between gap-6">
            <Checkbox
              label={<StatusBadge status={one} />}
              checked={status.includes(one)}
              onCheckedChange={(isOn) => set(one, isOn)}
            />
            <span className="tabular text-subtle text-xs" title="Of the rows loaded">
              {countNumber(counts.get(one) ?? 0)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function countStatuses(rows: readonly { status: Status }[]): Map<Status, number> {
  const counts = new Map<Status, number>();
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}
