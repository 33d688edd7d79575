import type { Field } from "#contract/catalogue/catalogue.ts";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { JsonField } from "#dashboard/ui/json-field.tsx";
import { LazyCombobox } from "#dashboard/ui/lazy-combobox.tsx";
import { NumberField } from "#dashboard/ui/number-field.tsx";
import { Select } from "#dashboard/ui/select.tsx";
import { TextArea } from "#dashboard/ui/text-area.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { airDoubt } from "./air-form.ts";
import type { FieldEditorProps } from "./form-context.ts";
import { ListControl } from "./list-control.tsx";
import { MapControl } from "./map-control.tsx";
import { MediaControl } from "./media-control.tsx";
import { ObjectControl } from "./object-control.tsx";
import { SeedControl } from "./seed-control.tsx";
import { UnionControl } from "./union-control.tsx";

/** Whether the control is more than one box, so that the label names a group. */
export function isGroupControl({ shape, control }: Field): boolean {
  return ["list", "map", "object", "union"].includes(shape.kind) || control === "media" || control === "seed";
}

/** The control that a field's shape and hint ask for: about ten of them draw every published step type. */
export function Control({ field, path, value, isItem, onChange }: FieldEditorProps) {
  const { shape } = field;
  switch (shape.kind) {
    case "text":
      if (field.control === "media") return <MediaControl field={field} value={value} onChange={onChange} />;
      return <TextControl field={field} value={value} onChange={onChange} />;
    case "number":
      if (field.control === "seed") return <SeedControl value={value} shape={shape} onChange={onChange} />;
      return (
        <NumberField
          value={typeof value === "number" ? value : undefined}
          placeholder={typeof field.default === "number" ? String(field.default) : undefined}
          allowsFractions={!shape.isInteger}
          {...(shape.min === undefined ? {} : { min: shape.min })}
          {...(shape.max === undefined ? {} : { max: shape.max })}
          step={shape.step ?? stepOf(field.name, shape.isInteger, shape.max)}
          onValueChange={onChange}
        />
      );
    case "boolean":
      return <Checkbox label="Yes" checked={(value ?? field.default) === true} onCheckedChange={onChange} />;
    case "enum":
      return <EnumControl field={field} values={shape.values} value={value} onChange={onChange} />;
    case "list":
      return <ListControl shape={shape} label={field.label} path={path} value={value} onChange={onChange} />;
    case "map":
      return <MapControl shape={shape} label={field.label} path={path} value={value} onChange={onChange} />;
    case "object":
      return (
        <ObjectControl
          node={shape.node}
          path={path}
          value={value}
          isRequired={field.required || isItem === true}
          onChange={onChange}
        />
      );
    case "union":
      return <UnionControl shape={shape} path={path} value={value} onChange={onChange} />;
    case "open":
      return <JsonField value={value} onChange={onChange} />;
  }
}

function TextControl({ field, value, onChange }: Omit<FieldEditorProps, "path">) {
  const text = typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
  const limit = field.shape.kind === "text" ? field.shape.maxLength : undefined;
  const take = (typed: string) => onChange(typed === "" && !field.required ? undefined : typed);
  const placeholder = typeof field.default === "string" ? field.default : undefined;
  if (field.control === "prompt") {
    return (
      <TextArea
        rows={field.name === "prompt" ? 4 : 2}
        value={text}
        placeholder={placeholder}
        isCounted
        onValueChange={take}
        {...(limit ? { countLimit: limit } : {})}
      />
    );
  }
  const isAir = field.control === "air";
  const doubt = isAir ? airDoubt(text) : undefined;
  return (
    <>
      <TextField
        value={text}
        placeholder={placeholder ?? (isAir ? "urn:air:…" : undefined)}
        spellCheck={false}
        onValueChange={take}
      />
      {doubt ? <p className="text-warning text-xs">{doubt}</p> : null}
    </>
  );
}

function EnumControl({
  field,
  values,
  value,
  onChange,
}: Omit<FieldEditorProps, "path"> & { values: readonly (string | number)[] }) {
  const options = values.map((one) => ({ value: String(one), label: String(one) }));
  const chosen = value ?? field.default;
  const take = (text: string | undefined) =>
    onChange(text === undefined ? undefined : values.find((one) => String(one) === text));
  const shared = {
    options,
    value: chosen === undefined || chosen === null ? undefined : String(chosen),
    placeholder: "Left to the server",
  };
  return values.length > 12 ? (
    <LazyCombobox {...shared} onValueChange={take} />
  ) : (
    <Select {...shared} onValueChange={take} />
  );
}

/** What a press on a stepper adds: pixels go by 64, shares by a tenth or less. */
function stepOf(name: string, isInteger: boolean, max: number | undefined): number {
  if (name === "width" || name === "height") return 64;
  if (isInteger) return 1;
  return max !== undefined && max <= 1 ? 0.05 : 0.5;
}
