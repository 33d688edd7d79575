import { useEffect, useMemo } from "react";
import { countNumber } from "#dashboard/display/words.ts";
import { Field } from "#dashboard/ui/field.tsx";
import { LazyTagsField, preloadCombobox } from "#dashboard/ui/lazy-combobox.tsx";
import { FilterChip } from "./filter-chip.tsx";
import type { ListSearch } from "./list-search.ts";
import { countTags, readSeenTags, rememberTags, suggestTags } from "./seen-tags.ts";

type Props = {
  search: ListSearch;
  onChange: (change: Partial<ListSearch>) => void;
  rows: readonly { tags: readonly string[] }[];
  connectionId: string;
  /** The panel is about to be opened. */
  onIntent: () => void;
};

/** Tags that a workflow has all of, and tags that it has none of. */
export function TagFilter(props: Props) {
  const { tags = [], not = [] } = props.search;
  return (
    <FilterChip
      name="Tags"
      value={sayTags(tags, not)}
      onClear={() => props.onChange({ tags: undefined, not: undefined })}
      onIntent={() => {
        preloadCombobox();
        props.onIntent();
      }}
    >
      <TagFields {...props} />
    </FilterChip>
  );
}

/** Drawn, and its tags counted, only while the panel is open. */
function TagFields({ search: { tags = [], not = [] }, onChange, rows, connectionId }: Omit<Props, "onIntent">) {
  const counts = useMemo(() => countTags(rows), [rows]);
  const suggestions = useMemo(() => suggestTags(counts, readSeenTags(connectionId)), [counts, connectionId]);
  useEffect(() => rememberTags(connectionId, counts.keys()), [connectionId, counts]);
  const shared = {
    suggestions,
    placeholder: "Add a tag",
    hintOf: (tag: string) => (counts.has(tag) ? `${countNumber(counts.get(tag) ?? 0)} loaded` : "seen before"),
  };
  return (
    <div className="flex flex-col gap-3">
      <Field label="Has all of">
        <LazyTagsField {...shared} values={tags} onValuesChange={(values) => onChange({ tags: orNone(values) })} />
      </Field>
      <Field label="Has none of">
        <LazyTagsField {...shared} values={not} onValuesChange={(values) => onChange({ not: orNone(values) })} />
      </Field>
    </div>
  );
}

function sayTags(tags: readonly string[], not: readonly string[]): string | undefined {
  const parts = [...tags, ...not.map((tag) => `not ${tag}`)];
  if (parts.length === 0) return undefined;
  return parts.length <= 2 ? parts.join(", ") : `${parts[0]} and ${parts.length - 1} more`;
}

function orNone<Item>(items: Item[]): Item[] | undefined {
  return items.length > 0 ? items : undefined;
}
