import clsx from "clsx";
import { type ComponentProps, useId } from "react";
import { controlBox } from "./control-classes.ts";
import { useFieldControl } from "./field-context.ts";

export type TextAreaProps = ComponentProps<"textarea"> & {
  /** Shows how many characters of how many; typing on is not stopped, the field's error says so. */
  countLimit?: number;
  /** Shows how many characters there are, where nobody says how many there may be. */
  isCounted?: boolean;
  isMonospace?: boolean;
  onValueChange?: (value: string) => void;
};

/** Grows with its text, between `rows` and half of the window. */
export function TextArea({
  countLimit,
  isCounted = countLimit !== undefined,
  isMonospace,
  rows = 3,
  className,
  onValueChange,
  onChange,
  ...rest
}: TextAreaProps) {
  const { "aria-describedby": note, ...control } = useFieldControl(rest["aria-label"]);
  const countId = useId();
  const length = String(rest.value ?? "").length;
  return (
    <span className={clsx("flex w-full min-w-0 flex-col gap-1", className)}>
      <textarea
        {...control}
        {...rest}
        rows={rows}
        aria-describedby={clsx(note, isCounted && countId) || undefined}
        style={{ minHeight: `calc(${rows} * 1.25rem + 0.875rem)` }}
        className={clsx(
          controlBox,
          "field-sizing-content read-only:bg-sunken max-h-[50vh] resize-y px-2.5 py-1.5",
          isMonospace && "font-mono",
        )}
        onChange={(event) => {
          onChange?.(event);
          onValueChange?.(event.target.value);
        }}
      />
      {isCounted && (
        <span
          id={countId}
          className={clsx(
            "tabular self-end text-xs",
            countLimit !== undefined && length > countLimit ? "text-danger" : "text-subtle",
          )}
        >
          {length.toLocaleString("en")}
          {countLimit === undefined ? "" : ` of ${countLimit.toLocaleString("en")}`}{" "}
          <span className="sr-only">{length === 1 && countLimit === undefined ? "character" : "characters"}</span>
        </span>
      )}
    </span>
  );
}
