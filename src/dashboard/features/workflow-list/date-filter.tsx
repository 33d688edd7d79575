import { useState } from "react";
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
          <DayField label="From" at={from} onDay={(day) => onChange({ from: day && dayStart(day) })} />
          <DayField label="To" at={to} onDay={(day) => onChange({ to: day && dayEnd(day) })} />
        </div>
      )}
    </FilterChip>
  );
}

type DayProps = { label: string; at: string | undefined; onDay: (day: string | undefined) => void };

/** A day that is chosen or typed. */
function DayField({ label, at, onDay }: DayProps) {
  // The address follows a moment later: until then it would take what is typed out of the field again.
  const [typed, type] = useState(() => (at ? toDay(at) : ""));
  return (
    <Field label={label}>
      <TextField
        type="date"
        value={typed}
        onValueChange={(day) => {
          type(day);
          // A year is typed figure by figure, and its first one is a year of its own: 0002.
          if (day === "" || day >= "1000") onDay(day || undefined);
        }}
      />
    </Field>
  );
}
