import { Combobox as Base } from "@base-ui/react/combobox";
import clsx from "clsx";
import { X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { ComboboxPopup } from "./combobox-popup.tsx";
import { controlBox } from "./control-classes.ts";
import { labelIdOf, useFieldControl } from "./field-context.ts";
import { keepOnEscape } from "./keep-on-escape.ts";

export type TagsFieldProps = {
  values: readonly string[];
  onValuesChange: (values: string[]) => void;
  /** Offered while typing. */
  suggestions: readonly string[];
  /** Whether what is typed may become a value without being suggested; yes when not given. */
  allowsFreeText?: boolean;
  maxCount?: number;
  placeholder?: string;
  /** Said beside a suggestion, such as how often it occurs. */
  hintOf?: (suggestion: string) => string;
  "aria-label"?: string;
  isDisabled?: boolean;
  className?: string;
};

/** So many suggestions are drawn; typing narrows them. */
const shownAtMost = 100;

/** Several values as chips in one box. Enter, Tab away or a comma takes what was typed; Backspace takes the last back. Loaded through lazy-combobox.tsx. */
export function TagsField({
  values,
  onValuesChange,
  suggestions,
  allowsFreeText = true,
  maxCount = Number.POSITIVE_INFINITY,
  placeholder,
  hintOf,
  isDisabled,
  className,
  ...named
}: TagsFieldProps) {
  const control = useFieldControl(named["aria-label"]);
  const box = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState("");
  const typed = query.trim();
  const isFull = values.length >= maxCount;
  const isNew = allowsFreeText && typed !== "" && !suggestions.includes(typed);

  const take = (next: readonly string[]) => {
    onValuesChange([...new Set(next)].slice(0, maxCount));
    setQuery("");
  };
  const takeTyped = () => {
    if (allowsFreeText && typed && !isFull) take([...values, typed]);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== ",") return;
    event.preventDefault();
    takeTyped();
  };

  return (
    <Base.Root
      multiple
      // What is typed comes first, so that Enter takes it and not the suggestion that happens to begin like it.
      items={isNew ? [typed, ...suggestions] : suggestions}
      value={values}
      onValueChange={keepOnEscape<string[]>(take)}
      inputValue={query}
      onInputValueChange={(text, details) => {
        // Base UI empties the box when the list closes, and that comes before the blur that takes what was typed.
        if (details.reason !== "input-clear") keepOnEscape(setQuery)(text, details);
      }}
      disabled={isDisabled}
      autoHighlight
      limit={shownAtMost}
    >
      <Base.Chips
        ref={box}
        className={clsx(
          controlBox,
          "flex min-h-8 cursor-text flex-wrap items-center gap-1 px-1 py-[3px] focus-within:outline-2 focus-within:outline-focus",
          control["aria-invalid"] && "border-danger",
          className,
        )}
      >
        {values.map((value) => (
          <Base.Chip
            key={value}
            aria-label={value}
            className="inline-flex h-6 min-w-0 items-center rounded-sm bg-hover pl-1.5 text-sm focus-visible:bg-accent-quiet"
          >
            <span className="truncate">{value}</span>
            <Base.ChipRemove
              aria-label={`Remove ${value}`}
              className="flex size-6 items-center justify-center text-subtle hover:text-text"
            >
              <X className="size-3" />
            </Base.ChipRemove>
          </Base.Chip>
        ))}
        <Base.Input
          {...control}
          {...named}
          // The open list hides the page from the screen reader, the label with it, unless it is referred to by id.
          aria-labelledby={labelIdOf(control.id)}
          placeholder={values.length === 0 ? placeholder : undefined}
          readOnly={isFull}
          onKeyDown={keys}
          onBlur={takeTyped}
          className="h-6 min-w-12 flex-1 bg-transparent px-1.5 text-sm outline-none"
        />
      </Base.Chips>
      <ComboboxPopup anchor={box} emptyText={isFull ? `No more than ${maxCount}` : "Nothing fits"}>
        {(value) =>
          value === typed && isNew ? (
            `Add "${value}"`
          ) : (
            <span className="flex items-baseline justify-between gap-3">
              <span className="truncate">{value}</span>
              {hintOf ? <span className="shrink-0 text-subtle text-xs">{hintOf(value)}</span> : null}
            </span>
          )
        }
      </ComboboxPopup>
    </Base.Root>
  );
}
