import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { JsonField } from "#dashboard/ui/json-field.tsx";
import { NumberField } from "#dashboard/ui/number-field.tsx";
import { Switch } from "#dashboard/ui/switch.tsx";
import { TextArea } from "#dashboard/ui/text-area.tsx";
import { type Axis, readAxis, withMany } from "./axis.ts";

type Props = { axis: Axis; onChange: (axis: Axis) => void };

/** One argument to be filled in: one value, or several, one per line. */
export function AxisField({ axis, onChange }: Props) {
  const read = readAxis(axis);
  return (
    <Field
      label={axis.name}
      error={read.ok ? undefined : read.message}
      isHelpOpen={axis.isMany}
      {...(axis.isMany
        ? { help: 'One value per line. A line in quotes is JSON, for texts with line breaks: "two\\nlines".' }
        : {})}
      action={
        <Switch
          aria-label={`Several values of ${axis.name}`}
          label={<span className="text-muted text-xs">Several values</span>}
          checked={axis.isMany}
          onCheckedChange={(isMany) => onChange(withMany(axis, isMany))}
        />
      }
    >
      {axis.isMany ? (
        <TextArea rows={4} value={axis.lines} onValueChange={(lines) => onChange({ ...axis, lines })} />
      ) : (
        <OneValue axis={axis} onChange={(value) => onChange({ ...axis, value })} />
      )}
    </Field>
  );
}

type OneProps = { axis: Axis & { isMany: false }; onChange: (value: unknown) => void };

function OneValue({ axis: { kind, value }, onChange }: OneProps) {
  switch (kind) {
    case "text":
      return <TextArea rows={2} value={String(value)} onValueChange={onChange} />;
    case "number":
      return <NumberField allowsFractions value={Number(value)} onValueChange={(number) => onChange(number ?? 0)} />;
    case "boolean":
      return <Checkbox label="Yes" checked={value === true} onCheckedChange={onChange} />;
    case "json":
      return <JsonField value={value} onChange={onChange} />;
  }
}
