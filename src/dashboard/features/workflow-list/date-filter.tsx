import { Button } from "#dashboard/ui/button.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { datePresets, dayEnd, dayStart, sayRange, toDay } from "./date-presets.ts";
import { FilterChip } from "./filter-chip.tsx";
import type { ListSearch } from "./list-search.ts";

type Props = { search: ListSearch; onChange: (change: Partial<ListSearch>) => void };

/** When a workflow was created: a usual span, or two days. */
export function DateFilter({ search: { from, to }, onChange }: Props) {
  return (
    <FilterChip
      name="Created"
      value={from || to ? sayRange(from, to) : undefined}
      onClear={() => onChange({ from: undefined, to: undefined })}
    >
      {(close) => (
        <div className="flex flex-col gap-3">
          <div className="grid grid-cols-2 gap-1">
            {datePresets.map((preset) => (
              <Button
                key={preset.id}
                size="sm"
                onClick={() => {
                  onChange({ from: preset.from(Date.now()), to: undefined });
                  close();
                }}
              >
                {preset.label}
              </Button>
            ))}
          </div>
          <Field label="From">
            <TextField
              type="date"
              value={from ? toDay(from) : ""}
              onValueChange={(day) => onChange({ from: day === "" ? undefined : dayStart(day) })}
            />
          </Field>
          <Field label="To">
            <TextField
              type="date"
              value={to ? toDay(to) : ""}
              onValueChange={(day) => onChange({ to: day === "" ? undefined : dayEnd(day) })}
            />
          </Field>
        </div>
      )}
    </FilterChip>
  );
}
