import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import type { Shape } from "#contract/catalogue/catalogue.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { emptyOf } from "./empty-value.ts";
import { useFormScope } from "./form-context.ts";

type Props = {
  shape: Extract<Shape, { kind: "list" }>;
  label: string;
  path: string;
  value: unknown;
  onChange: (value: unknown) => void;
};

/** A list of values: add, remove, put in another order. */
export function ListControl({ shape, label, path, value, onChange }: Props) {
  const { Editor } = useFormScope();
  const items = Array.isArray(value) ? value : [];
  const isFull = shape.maxItems !== undefined && items.length >= shape.maxItems;
  const replace = (next: unknown[]) => onChange(next.length === 0 && !shape.minItems ? undefined : next);
  const swap = (index: number, by: number) => {
    const moved = items[index];
    replace(items.toSpliced(index, 1).toSpliced(index + by, 0, moved));
  };
  return (
    <div className="flex flex-col gap-2">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items of a JSON list have no identity but their place.
        <div key={index} className="flex gap-1 rounded-md border border-border p-2">
          <div className="min-w-0 flex-1">
            <Editor
              field={{ ...shape.item, label: `${singular(label)} ${index + 1}`, required: false }}
              path={`${path}[${index}]`}
              value={item}
              onChange={(next) => replace(items.with(index, next ?? emptyOf(shape.item)))}
            />
          </div>
          <div className="flex flex-col">
            <IconButton
              size="xs"
              label={`Remove ${singular(label)} ${index + 1}`}
              icon={<X />}
              onClick={() => replace(items.toSpliced(index, 1))}
            />
            {index > 0 ? (
              <IconButton
                size="xs"
                label={`Move ${singular(label)} ${index + 1} up`}
                icon={<ArrowUp />}
                onClick={() => swap(index, -1)}
              />
            ) : null}
            {index < items.length - 1 ? (
              <IconButton
                size="xs"
                label={`Move ${singular(label)} ${index + 1} down`}
                icon={<ArrowDown />}
                onClick={() => swap(index, 1)}
              />
            ) : null}
          </div>
        </div>
      ))}
      <Button
        size="sm"
        className="self-start"
        icon={<Plus />}
        onClick={() => replace([...items, emptyOf(shape.item)])}
        {...(isFull ? { disabledReason: `At most ${shape.maxItems}.` } : {})}
      >
        Add {singular(label).toLowerCase()}
      </Button>
    </div>
  );
}

function singular(label: string): string {
  return label.endsWith("s") ? label.slice(0, -1) : label;
}
