import { Search } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { type Status, statuses } from "#contract/status.ts";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { LazyTagsField, preloadCombobox } from "#dashboard/ui/lazy-combobox.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { useHotkey } from "#dashboard/ui/use-hotkey.ts";
import { DateFilter } from "./date-filter.tsx";
import { FilterChip } from "./filter-chip.tsx";
import type { ListSearch } from "./list-search.ts";
import { useTypedText } from "./use-typed-text.ts";

export type FilterBarProps = {
  search: ListSearch;
  onChange: (change: Partial<ListSearch>) => void;
  onClear: () => void;
  /** Values of the loaded rows: tags seen, and how many rows have each status. */
  seenTags: readonly string[];
  seenStatuses: ReadonlyMap<Status, number>;
  count: ReactNode;
};

/** One line of filters; each active one shows its value and an x. `/` goes to the text. */
export function FilterBar({ search, onChange, onClear, seenTags, seenStatuses, count }: FilterBarProps) {
  const text = useRef<HTMLInputElement>(null);
  const [typed, type] = useTypedText(search.q ?? "", (q) => onChange({ q: q === "" ? undefined : q }));
  useHotkey("/", (event) => {
    event.preventDefault();
    text.current?.focus();
  });
  const { tags = [], not = [], status = [] } = search;
  const isFiltered = Object.keys(search).some((name) => name !== "sort");
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
      <FilterChip
        name="Status"
        value={
          status.length > 0 ? (
            status.length === 1 ? (
              <StatusBadge status={status[0] as Status} />
            ) : (
              `${status.length} statuses`
            )
          ) : undefined
        }
        onClear={() => onChange({ status: undefined })}
      >
        <ul className="flex flex-col gap-1">
          {statuses.map((one) => (
            <li key={one} className="flex items-center justify-between gap-6">
              <Checkbox
                label={<StatusBadge status={one} />}
                checked={status.includes(one)}
                onCheckedChange={(isOn) =>
                  onChange({ status: orNone(isOn ? [...status, one] : status.filter((other) => other !== one)) })
                }
              />
              <span className="tabular text-subtle text-xs" title="Of the rows loaded">
                {seenStatuses.get(one) ?? 0}
              </span>
            </li>
          ))}
        </ul>
      </FilterChip>
      <FilterChip
        name="Tags"
        value={sayTags(tags, not)}
        onClear={() => onChange({ tags: undefined, not: undefined })}
        onIntent={preloadCombobox}
      >
        <div className="flex flex-col gap-3">
          <Field label="Has all of">
            <LazyTagsField
              values={tags}
              suggestions={seenTags}
              onValuesChange={(values) => onChange({ tags: orNone(values) })}
              placeholder="Add a tag"
            />
          </Field>
          <Field label="Has none of">
            <LazyTagsField
              values={not}
              suggestions={seenTags}
              onValuesChange={(values) => onChange({ not: orNone(values) })}
              placeholder="Add a tag"
            />
          </Field>
        </div>
      </FilterChip>
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
      {isFiltered ? (
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

function orNone<Item>(items: Item[]): Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

function sayTags(tags: readonly string[], not: readonly string[]): string | undefined {
  const parts = [...tags, ...not.map((tag) => `not ${tag}`)];
  return parts.length === 0
    ? undefined
    : parts.length <= 2
      ? parts.join(", ")
      : `${parts[0]} and ${parts.length - 1} more`;
}
