import { X } from "lucide-react";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { JsonField } from "#dashboard/ui/json-field.tsx";
import { NumberField } from "#dashboard/ui/number-field.tsx";
import { Select } from "#dashboard/ui/select.tsx";
import { TextArea } from "#dashboard/ui/text-area.tsx";
import { NameAdder } from "./form/name-adder.tsx";

type Props = {
  values: Readonly<Record<string, unknown>>;
  onChange: (values: Record<string, unknown> | undefined) => void;
  error: string | undefined;
};

const kinds = { text: "Text", number: "Number", boolean: "Yes or no", json: "JSON" } as const;
type Kind = keyof typeof kinds;

/** Values that the steps refer to by `$arguments`, each with a name. */
export function ArgumentsEditor({ values, onChange, error }: Props) {
  const entries = Object.entries(values);
  const remove = (key: string) => {
    const { [key]: _, ...others } = values;
    onChange(Object.keys(others).length > 0 ? others : undefined);
  };
  return (
    <Field
      label="Arguments"
      isGroup
      error={error}
      help="Values that steps refer to, so that a chain is filled in once and run with others."
    >
      <div className="flex flex-col gap-2">
        {entries.map(([key, value]) => (
          <div key={key} className="flex flex-col gap-1.5 rounded-md border border-border p-2">
            <div className="flex items-center gap-2">
              <span className="min-w-0 flex-1 truncate font-mono text-sm">{key}</span>
              <Select
                aria-label={`Kind of ${key}`}
                size="sm"
                className="w-28"
                value={kindOf(value)}
                options={Object.entries(kinds).map(([kind, label]) => ({ value: kind as Kind, label }))}
                onValueChange={(kind) => onChange({ ...values, [key]: toKind(value, kind) })}
              />
              <IconButton size="xs" label={`Remove the argument ${key}`} icon={<X />} onClick={() => remove(key)} />
            </div>
            <ArgumentValue name={key} value={value} onChange={(next) => onChange({ ...values, [key]: next })} />
          </div>
        ))}
        <NameAdder
          label="Name of another argument"
          placeholder="Name, such as subject"
          taken={Object.keys(values)}
          onAdd={(name) => onChange({ ...values, [name]: "" })}
        />
      </div>
    </Field>
  );
}

type ValueProps = { name: string; value: unknown; onChange: (value: unknown) => void };

function ArgumentValue({ name, value, onChange }: ValueProps) {
  const label = `Value of ${name}`;
  switch (kindOf(value)) {
    case "text":
      return <TextArea aria-label={label} rows={1} value={String(value)} onValueChange={onChange} />;
    case "number":
      return (
        <NumberField
          aria-label={label}
          allowsFractions
          value={Number(value)}
          onValueChange={(number) => onChange(number ?? 0)}
        />
      );
    case "boolean":
      return <Checkbox label="Yes" checked={value === true} onCheckedChange={onChange} />;
    case "json":
      return <JsonField value={value} empty={null} onChange={onChange} />;
  }
}

function kindOf(value: unknown): Kind {
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "boolean" : "json";
}

/** The value in another kind, with as much of it kept as there can be. */
function toKind(value: unknown, kind: Kind): unknown {
  if (kind === kindOf(value)) return value;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  switch (kind) {
    case "text":
      return text;
    case "number":
      return Number.isFinite(Number(text)) ? Number(text) : 0;
    case "boolean":
      return text === "true";
    case "json":
      return { value };
  }
}
