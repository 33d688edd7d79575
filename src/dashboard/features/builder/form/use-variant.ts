import { useState } from "react";
import type { InputNode } from "#contract/catalogue/catalogue.ts";
import { resolveNode } from "#contract/catalogue/resolve-node.ts";
import { switchChoice } from "#contract/catalogue/switch-choice.ts";
import { useFormScope } from "./form-context.ts";

/** What a choice dropped: the input as it was before, and the names of the members that are gone. */
export type Dropped = { names: string[]; undo: () => void; dismiss: () => void };

type Place = { node: InputNode; path: string; input: unknown; onChange: (input: unknown) => void };

/**
 * The choices and fields of an object, and what choosing does: values stay where they fit, and the others are told,
 * parked, and back as soon as a variant with a place for them is chosen.
 */
export function useVariant({ node, path, input, onChange }: Place) {
  const { parked, park } = useFormScope();
  const [dropped, setDropped] = useState<{ before: unknown; names: string[] } | undefined>();
  const { choices, fields, value } = resolveNode(node, input);
  const prefix = `variant ${path} `;

  const choose = (discriminator: string, option: string) => {
    const left = Object.fromEntries(
      Object.entries(parked).flatMap(([key, one]) =>
        key.startsWith(prefix) && one !== undefined ? [[key.slice(prefix.length), one]] : [],
      ),
    );
    const switched = switchChoice(node, input, discriminator, option, left);
    const back = Object.keys(left).filter((name) => name in switched.input);
    park({
      ...Object.fromEntries(back.map((name) => [prefix + name, undefined])),
      ...Object.fromEntries(Object.entries(switched.dropped).map(([name, one]) => [prefix + name, one])),
    });
    const names = Object.keys(switched.dropped).filter(
      (name) => !choices.some(({ choice }) => choice.discriminator === name),
    );
    setDropped(names.length > 0 ? { before: input, names } : undefined);
    onChange(switched.input);
  };
  const dismiss = () => setDropped(undefined);
  const undo = () => {
    if (!dropped) return;
    park(Object.fromEntries(dropped.names.map((name) => [prefix + name, undefined])));
    onChange(dropped.before);
    dismiss();
  };
  const notice: Dropped | undefined = dropped && { names: dropped.names, undo, dismiss };
  return { choices, fields, value, choose, dropped: notice };
}
