import { Braces, History, Link2, Plus, Variable } from "lucide-react";
import type { Field, OutputPort } from "#contract/catalogue/catalogue.ts";
import { parsePath } from "#contract/problem.ts";
import { type Reference, valueAt } from "#contract/reference.ts";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Menu, type MenuItem } from "#dashboard/ui/menu.tsx";
import { useFormScope } from "./form-context.ts";
import { portsThatFit } from "./ports-that-fit.ts";
import { sayValue } from "./say-value.ts";

type Props = {
  field: Field;
  value: unknown;
  isJson: boolean;
  onRefer: (reference: Reference) => void;
  onValue: (value: unknown) => void;
  onJson: (isJson: boolean) => void;
};

/** Where a field's value comes from: an output of an earlier step whose shape fits, an argument of the workflow, or JSON. */
export function ValueSourceMenu({ field, value, isJson, onRefer, onValue, onJson }: Props) {
  const { sources, argumentNames, addArgument, pastOutput } = useFormScope();
  const fitting = sources.flatMap(({ stepName, position, ports }) =>
    portsThatFit(field, ports).map((port, index) => ({
      ...{ stepName, position, port, isFirst: index === 0 },
      past: valueAt({ output: pastOutput(stepName) }, parsePath(port.path)),
    })),
  );
  const outputs: MenuItem[] = fitting.map(({ stepName, position, port, isFirst, past }) => ({
    id: `${stepName} ${port.path}`,
    label: `${position + 1}. ${stepName} / ${sayPort(port)}`,
    startsGroup: isFirst && position > 0,
    ...(past === undefined ? {} : { hint: `was ${sayValue(past)}` }),
    onSelect: () => onRefer({ $ref: stepName, path: port.path }),
  }));
  const values: MenuItem[] = fitting
    .filter(({ past }) => past !== undefined)
    .map(({ stepName, port, past }, index) => ({
      id: `past ${stepName} ${port.path}`,
      label: `Past value of ${stepName} / ${sayPort(port)}`,
      hint: sayValue(past),
      icon: <History size={14} />,
      startsGroup: index === 0,
      onSelect: () => onValue(past),
    }));
  const refer = (name: string) => onRefer({ $ref: "$arguments", path: name });
  const items: MenuItem[] = [
    ...outputs,
    ...values,
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

function sayPort({ label, isList, kind }: OutputPort): string {
  return isList ? `${label}, the first (${kind})` : `${label} (${kind})`;
}
