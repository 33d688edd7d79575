import { Combobox as Base } from "@base-ui/react/combobox";
import clsx from "clsx";
import { ChevronsUpDown } from "lucide-react";
import { useRef } from "react";
import { ComboboxPopup } from "./combobox-popup.tsx";
import { controlBox, controlSizes } from "./control-classes.ts";
import { labelIdOf, useFieldControl } from "./field-context.ts";
import { keepOnEscape } from "./keep-on-escape.ts";

export type ComboboxOption = {
  value: string;
  label: string;
  /** A second, quiet line; searched too. */
  detail?: string;
};

export type ComboboxProps = {
  options: readonly ComboboxOption[];
  value: string | undefined;
  onValueChange: (value: string | undefined) => void;
  placeholder?: string;
  /** Said when nothing fits what was typed. */
  emptyText?: string;
  /** Only when no field with a label stands around it. */
  "aria-label"?: string;
  isDisabled?: boolean;
  size?: keyof typeof controlSizes;
  className?: string;
};

// A thousand rows are no list to read; typing narrows them.
const mostRows = 200;

/** One of many, found by typing. Loaded through lazy-combobox.tsx. */
export function Combobox({
  options,
  value,
  onValueChange,
  placeholder,
  emptyText = "Nothing fits",
  isDisabled,
  size = "md",
  className,
  ...named
}: ComboboxProps) {
  const control = useFieldControl(named["aria-label"]);
  const box = useRef<HTMLDivElement>(null);
  const byValue = new Map(options.map((option) => [option.value, option]));
  const labelOf = (key: string) => byValue.get(key)?.label ?? key;
  return (
    <Base.Root
      items={options.map((option) => option.value)}
      value={value ?? null}
      onValueChange={keepOnEscape<string | null>((next) => onValueChange(next ?? undefined))}
      onInputValueChange={keepOnEscape(() => undefined)}
      itemToStringLabel={labelOf}
      filter={(key, query) => fits(byValue.get(key), query)}
      limit={mostRows}
      disabled={isDisabled}
      autoHighlight
    >
      <div ref={box} className={clsx("relative flex w-full min-w-0 items-center", className)}>
        <Base.Input
          {...control}
          {...named}
          // The open list hides the page from the screen reader, the label with it, unless it is referred to by id.
          aria-labelledby={labelIdOf(control.id)}
          placeholder={placeholder}
          className={clsx(controlBox, controlSizes[size], "truncate pr-8")}
        />
        <Base.Trigger
          aria-label="Show all"
          className="absolute right-1 flex size-6 items-center justify-center text-subtle"
        >
          <ChevronsUpDown className="size-3.5" />
        </Base.Trigger>
      </div>
      <ComboboxPopup anchor={box} emptyText={emptyText}>
        {(key) => (
          <>
            <span className="block truncate">{labelOf(key)}</span>
            <span className="block truncate text-muted text-xs empty:hidden">{byValue.get(key)?.detail}</span>
          </>
        )}
      </ComboboxPopup>
    </Base.Root>
  );
}

function fits(option: ComboboxOption | undefined, query: string): boolean {
  const text = `${option?.label} ${option?.detail ?? ""}`.toLowerCase();
  // Each word anywhere: "flux dev" finds "dev / FLUX.1".
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
