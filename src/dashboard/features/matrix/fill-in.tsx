import { Field } from "#dashboard/ui/field.tsx";
import { NumberField } from "#dashboard/ui/number-field.tsx";
import type { Axis } from "./axis.ts";
import { AxisField } from "./axis-field.tsx";
import { runsAtMost } from "./matrix-runs.ts";

/** What a template is filled in with: values of its arguments, and how often each combination runs. */
export type FilledIn = { axes: readonly Axis[]; repeats: number };

type Props = { value: FilledIn; onChange: (value: FilledIn) => void };

/** The arguments of a template as a form. */
export function FillIn({ value: { axes, repeats }, onChange }: Props) {
  return (
    <div className="flex flex-col gap-4">
      {axes.length === 0 ? (
        <p className="text-muted text-sm">
          It has no arguments, so it runs as it stands. In the builder, “New argument from this value” beside a field
          makes one.
        </p>
      ) : null}
      {axes.map((axis, index) => (
        <AxisField
          key={axis.name}
          axis={axis}
          onChange={(next) => onChange({ axes: axes.with(index, next), repeats })}
        />
      ))}
      <Field label="Times" help="How often each combination is run. Seeds that are left to chance differ each time.">
        <NumberField
          className="w-28"
          min={1}
          max={runsAtMost}
          value={repeats}
          onValueChange={(number) => onChange({ axes, repeats: number ?? 1 })}
        />
      </Field>
    </div>
  );
}
