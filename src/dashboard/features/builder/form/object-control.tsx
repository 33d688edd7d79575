import { Plus, X } from "lucide-react";
import type { InputNode } from "#contract/catalogue/catalogue.ts";
import { defaultInput } from "#contract/catalogue/resolve-node.ts";
import { isObject } from "#contract/json.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { ChoiceSelect } from "./choice-select.tsx";
import { DroppedNotice } from "./dropped-notice.tsx";
import { FieldList } from "./field-list.tsx";
import { useVariant } from "./use-variant.ts";

type Props = { node: InputNode; path: string; value: unknown; isRequired: boolean; onChange: (value: unknown) => void };

/** An object inside an input: its own choices and fields. An optional one is there only when it is added. */
export function ObjectControl({ node, path, value, isRequired, onChange }: Props) {
  const members = isObject(value) ? value : {};
  const { choices, fields, choose, dropped } = useVariant({ node, path, input: members, onChange });
  if (!isObject(value) && !isRequired) {
    return (
      <Button size="sm" className="self-start" icon={<Plus />} onClick={() => onChange(defaultInput(node))}>
        Add
      </Button>
    );
  }
  return (
    <div className="flex flex-col gap-3 border-border border-l-2 pl-3">
      {choices.map(({ choice, value: chosen }) => (
        <ChoiceSelect
          key={choice.discriminator}
          choice={choice}
          path={path === "" ? choice.discriminator : `${path}.${choice.discriminator}`}
          chosen={chosen}
          onChoose={(option) => choose(choice.discriminator, option)}
        />
      ))}
      <DroppedNotice dropped={dropped} />
      {fields ? <FieldList fields={fields} path={path} members={members} onChange={onChange} /> : null}
      {/* Below the fields: at their top right each has buttons of its own. */}
      {isRequired ? null : (
        <Button size="sm" variant="quiet" className="self-start" icon={<X />} onClick={() => onChange(undefined)}>
          Remove
        </Button>
      )}
    </div>
  );
}
