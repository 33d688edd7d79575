import { Link2 } from "lucide-react";
import type { Field, OutputPort } from "#contract/catalogue/catalogue.ts";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Menu } from "#dashboard/ui/menu.tsx";
import type { ReferenceSource } from "../reference-sources.ts";
import { portsThatFit } from "./ports-that-fit.ts";

type Props = {
  field: Field;
  sources: readonly ReferenceSource[];
  onPick: (reference: { $ref: string; path: string }) => void;
};

/** Take a value from an earlier step: only outputs whose shape fits are offered. */
export function ReferencePicker({ field, sources, onPick }: Props) {
  const items = sources.flatMap(({ stepName, position, ports }) =>
    portsThatFit(field, ports).map((port, index) => ({
      id: `${stepName} ${port.path}`,
      label: `${position + 1}. ${stepName} / ${sayPort(port)}`,
      startsGroup: index === 0 && position > 0,
      onSelect: () => onPick({ $ref: stepName, path: port.path }),
    })),
  );
  if (items.length === 0) return null;
  return (
    <Menu
      label={`Use an earlier output for ${field.label}`}
      trigger={(trigger) => (
        <IconButton {...trigger} size="xs" label={`Use an earlier output for ${field.label}`} icon={<Link2 />} />
      )}
      items={items}
    />
  );
}

function sayPort({ label, isList, kind }: OutputPort): string {
  return isList ? `${label}, the first (${kind})` : `${label} (${kind})`;
}
