import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useRef } from "react";
import type { Shape } from "#contract/catalogue/catalogue.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { announce } from "#dashboard/ui/live-region.ts";
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
  const rows = useRef<HTMLDivElement>(null);
  const items = Array.isArray(value) ? value : [];
  const name = singular(label);
  const isFull = shape.maxItems !== undefined && items.length >= shape.maxItems;
  const replace = (next: unknown[]) => onChange(next.length === 0 && !shape.minItems ? undefined : next);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length) return;
    replace(items.toSpliced(from, 1).toSpliced(to, 0, items[from]));
    announce(`${name} ${from + 1} is now ${to + 1} of ${items.length}.`);
    // The focus goes along, so that one press after the other moves the same item.
    const button = to < from ? "up" : "down";
    rows.current?.children[to]?.querySelector<HTMLElement>(`:scope > [data-order] [data-move="${button}"]`)?.focus();
  };
  const remove = (index: number) => {
    replace(items.toSpliced(index, 1));
    announce(`${name} ${index + 1} removed, ${items.length - 1} left.`);
  };
  return (
    <div className="flex flex-col gap-2">
      <div ref={rows} className="flex flex-col gap-2 empty:hidden">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the items of a JSON list have no identity but their place.
          <div key={index} className="flex gap-1 rounded-md border border-border p-2">
            <div className="min-w-0 flex-1">
              <Editor
                field={{ ...shape.item, label: `${name} ${index + 1}`, required: false }}
                path={`${path}[${index}]`}
                value={item}
                isItem
                onChange={(next) => replace(items.with(index, next ?? emptyOf(shape.item)))}
              />
            </div>
            <div className="flex flex-col" data-order>
              <IconButton size="xs" label={`Remove ${name} ${index + 1}`} icon={<X />} onClick={() => remove(index)} />
              {items.length > 1 ? (
                <>
                  <IconButton
                    size="xs"
                    data-move="up"
                    label={`Move ${name} ${index + 1} up`}
                    icon={<ArrowUp />}
                    onClick={() => move(index, index - 1)}
                    {...(index === 0 ? { disabledReason: "It is the first." } : {})}
                  />
                  <IconButton
                    size="xs"
                    data-move="down"
                    label={`Move ${name} ${index + 1} down`}
                    icon={<ArrowDown />}
                    onClick={() => move(index, index + 1)}
                    {...(index === items.length - 1 ? { disabledReason: "It is the last." } : {})}
                  />
                </>
              ) : null}
            </div>
          </div>
        ))}
      </div>
      <Button
        size="sm"
        className="self-start"
        icon={<Plus />}
        onClick={() => replace([...items, emptyOf(shape.item)])}
        {...(isFull ? { disabledReason: `At most ${shape.maxItems}.` } : {})}
      >
        Add {inSentence(name)}
      </Button>
    </div>
  );
}

function singular(label: string): string {
  if (label.endsWith("ies")) return `${label.slice(0, -3)}y`;
  return label.endsWith("s") && !label.endsWith("ss") ? label.slice(0, -1) : label;
}

/** "Message" is "message" inside a sentence; "LoRA" and "URL" stay. */
function inSentence(name: string): string {
  return /^[A-Z][a-z ]+/.test(name) && !/[A-Z]/.test(name.slice(1)) ? name.toLowerCase() : name;
}
