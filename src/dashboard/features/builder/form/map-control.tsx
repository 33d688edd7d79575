import { X } from "lucide-react";
import type { Shape } from "#contract/catalogue/catalogue.ts";
import { isObject } from "#contract/json.ts";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { emptyOf } from "./empty-value.ts";
import { useFormScope } from "./form-context.ts";
import { NameAdder } from "./name-adder.tsx";

type Props = {
  shape: Extract<Shape, { kind: "map" }>;
  label: string;
  path: string;
  value: unknown;
  onChange: (value: unknown) => void;
};

/** Values by name, such as LoRAs with their strengths. */
export function MapControl({ shape, label, path, value, onChange }: Props) {
  const { Editor } = useFormScope();
  const members = isObject(value) ? value : {};
  const remove = (key: string) => {
    const { [key]: _, ...others } = members;
    onChange(Object.keys(others).length > 0 ? others : undefined);
  };
  return (
    <div className="flex flex-col gap-2">
      {Object.entries(members).map(([key, item]) => (
        <div key={key} className="flex gap-1 rounded-md border border-border p-2">
          <div className="min-w-0 flex-1">
            <Editor
              field={{ ...shape.value, label: key, required: false }}
              path={`${path}.${key}`}
              value={item}
              onChange={(next) => onChange({ ...members, [key]: next ?? emptyOf(shape.value) })}
            />
          </div>
          <IconButton size="xs" label={`Remove ${key}`} icon={<X />} onClick={() => remove(key)} />
        </div>
      ))}
      <NameAdder
        label={`Name of another entry of ${label}`}
        placeholder={shape.value.shape.kind === "object" ? "Name" : "Name, such as urn:air:…"}
        taken={Object.keys(members)}
        onAdd={(name) => onChange({ ...members, [name]: emptyOf(shape.value) })}
      />
    </div>
  );
}
