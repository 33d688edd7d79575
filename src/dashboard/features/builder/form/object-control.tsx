import { Plus, X } from "lucide-react";
import type { InputNode } from "#contract/catalogue/catalogue.ts";
import { defaultInput, resolveNode, switchChoice } from "#contract/catalogue/resolve-node.ts";
import { isObject } from "#contract/json.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Select } from "#dashboard/ui/select.tsx";
import { FieldList } from "./field-list.tsx";

type Props = { node: InputNode; path: string; value: unknown; isRequired: boolean; onChange: (value: unknown) => void };

/** An object inside an input: its own choices and fields. An optional one is there only when it is added. */
export function ObjectControl({ node, path, value, isRequired, onChange }: Props) {
  if (!isObject(value) && !isRequired) {
    return (
      <Button size="sm" className="self-start" icon={<Plus />} onClick={() => onChange(defaultInput(node))}>
        Add
      </Button>
    );
  }
  const members = isObject(value) ? value : {};
  const { choices, fields } = resolveNode(node, members);
  return (
    <div className="relative flex flex-col gap-3 border-border border-l-2 pl-3">
      {isRequired ? null : (
        <IconButton
          size="xs"
          className="absolute top-0 right-0"
          label="Remove"
          icon={<X />}
          onClick={() => onChange(undefined)}
        />
      )}
      {choices.map(({ choice, value: chosen }) => (
        <Field key={choice.discriminator} label={choice.label}>
          <Select
            options={choice.options.map(({ value: option, label }) => ({ value: option, label }))}
            value={chosen}
            placeholder="Choose"
            onValueChange={(option) => onChange(switchChoice(node, members, choice.discriminator, option).input)}
          />
        </Field>
      ))}
      {fields ? <FieldList fields={fields} path={path} members={members} onChange={onChange} /> : null}
    </div>
  );
}
