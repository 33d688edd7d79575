import { Search } from "lucide-react";
import { type ReactNode, useRef } from "react";
import type { ListRow } from "#dashboard/api/list-row.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { useHotkey } from "#dashboard/ui/use-hotkey.ts";
import { DateFilter } from "./date-filter.tsx";
import { isFiltering, type ListSearch } from "./list-search.ts";
import { StatusFilter } from "./status-filter.tsx";
import { TagFilter } from "./tag-filter.tsx";
import { useTypedText } from "./use-typed-text.ts";

export type FilterBarProps = {
  search: ListSearch;
  onChange: (change: Partial<ListSearch>) => void;
  onClear: () => void;
  /** How often all filters were set at once: what was being typed then is not for them. */
  turn: number;
  /** The loaded rows: their tags and statuses are counted. */
  rows: readonly ListRow[];
  connectionId: string;
  /** A filter is about to be set that not every server can do by itself. */
  onIntent: () => void;
  count: ReactNode;
};

/** One line of filters; each active one shows its value and an x. `/` goes to the text. */
export function FilterBar({ search, onChange, onClear, turn, rows, connectionId, onIntent, count }: FilterBarProps) {
  const text = useRef<HTMLInputElement>(null);
  const [typed, type] = useTypedText(search.q ?? "", (q) => onChange({ q: q === "" ? undefined : q }), turn);
  useHotkey("/", (event) => {
    event.preventDefault();
    text.current?.focus();
  });
  return (
    <search className="flex flex-wrap items-center gap-2 px-3 py-2 sm:px-4" aria-label="Filter workflows">
      <span className="w-52 max-sm:w-full">
        <TextField
          ref={text}
          size="sm"
          aria-label="Text in metadata"
          placeholder="Text in metadata"
          icon={<Search className="size-3.5" />}
          value={typed}
          onValueChange={type}
        />
      </span>
      <StatusFilter search={search} onChange={onChange} rows={rows} onIntent={onIntent} />
      <TagFilter search={search} onChange={onChange} rows={rows} connectionId={connectionId} onIntent={onIntent} />
      <DateFilter search={search} onChange={onChange} />
      <Checkbox
        label="Withheld only"
        checked={search.withheld === true}
        onCheckedChange={(isOn) => onChange({ withheld: isOn || undefined })}
      />
      <Checkbox
        label="Without failed"
        checked={search.excludeFailed === true}
        onCheckedChange={(isOn) => onChange({ excludeFailed: isOn || undefined })}
      />
      {isFiltering(search) ? (
        <Button size="sm" variant="quiet" onClick={onClear}>
          Clear
        </Button>
      ) : null}
      <p role="status" className="tabular ml-auto text-muted text-xs">
        {count}
      </p>
    </search>
  );
}
