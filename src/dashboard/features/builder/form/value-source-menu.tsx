import { Braces, Link2, Plus, Variable } from "lucide-react";
import type { Field, OutputPort } from "#contract/catalogue/catalogue.ts";
import type { Reference } from "#contract/reference.ts";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Menu, type MenuItem } from "#dashboard/ui/menu.tsx";
import type { ReferenceSource } from "../reference-sources.ts";
import { useFormScope } from "./form-context.ts";
import { portsThatFit } from "./ports-that-fit.ts";

type Props = {
  field: Field;
  value: unknown;
  isJson: boolean;
  onRefer: (reference: Reference) => void;
  onJson: (isJson: boolean) => void;
};

/** Where a field's value comes from: an output of an earlier step whose shape fits, an argument of the workflow, or JSON. */
export function ValueSourceMenu({ field, value, isJson, onRefer, onJson }: Props) {
  const { sources, argumentNames, addArgument } = useFormScope();
  const outputs = outputItems(field, sources, onRefer);
  const refer = (name: string) => onRefer({ $ref: "$arguments", path: name });
  const items: MenuItem[] = [
    ...outputs,
    ...argumentNames.map((name, index) => ({
      id: `argument ${name}`,
      label: `Argument ${name}`,
      icon: <Variable size={14} />,
      startsGroup: index === 0 && outputs.length > 0,
      onSelect: () => refer(name),
    })),
    {
      id: "new argument",
      label: "New argument from this value",
      icon: <Plus size={14} />,
      startsGroup: true,
      onSelect: () => refer(addArgument(field.name, value ?? field.default ?? "")),
    },
    {
      id: "json",
      label: isJson ? "Edit in the form" : "Edit as JSON",
      icon: <Braces size={14} />,
      onSelect: () => onJson(!isJson),
    },
  ];
  const label = `Use an earlier output for ${field.label}, an argument, or JSON`;
  return (
    <Menu
      label={label}
      trigger={(trigger) => <IconButton {...trigger} size="xs" label={label} icon={<Link2 />} />}
      items={items}
    />
  );
}

function outputItems(
  field: Field,
  sources: readonly ReferenceSource[],
  onRefer: (reference: Reference) => void,
): MenuItem[] {
  return sources.flatMap(({ stepName, position, ports }) =>
    portsThatFit(field, ports).map((port, index) => ({
      id: `${stepName} ${port.path}`,
      label: `${position + 1}. ${stepName} / ${sayPort(port)}`,
      startsGroup: index === 0 && position > 0,
      onSelect: () => onRefer({ $ref: stepName, path: port.path }),
    })),
  );
}

function sayPort({ label, isList, kind }: OutputPort): string {
  return isList ? `${label}, the first (${kind})` : `${label} (${kind})`;
}
