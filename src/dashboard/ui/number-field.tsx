import clsx from "clsx";
import { Minus, Plus } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { controlBox, controlSizes } from "./control-classes.ts";
import { useFieldControl } from "./field-context.ts";

export type NumberFieldProps = Omit<
  ComponentProps<"input">,
  "type" | "value" | "size" | "min" | "max" | "step" | "defaultValue"
> & {
  /** `undefined` is an empty field. */
  value: number | undefined;
  onValueChange: (value: number | undefined) => void;
  min?: number;
  max?: number;
  /** What a press on a stepper adds; also the grid of allowed values unless `any`. */
  step?: number;
  allowsFractions?: boolean;
  size?: keyof typeof controlSizes;
  /** Stands after the number: "px", "s". */
  unit?: string;
};

/** A typed number is never corrected behind the operator's back; only the steppers keep to the bounds. */
export function NumberField({
  value,
  onValueChange,
  min,
  max,
  step = 1,
  allowsFractions,
  size = "md",
  unit,
  className,
  ...rest
}: NumberFieldProps) {
  const control = useFieldControl(rest["aria-label"]);
  // Emptied to be typed anew: a value that stands in for none would get the new digits behind its own.
  const [isEmptied, setEmptied] = useState(false);
  const isLocked = rest.disabled || rest.readOnly;
  const stepper = (direction: 1 | -1) => {
    const next = stepped(value, direction * step, { min, max });
    const Icon = direction === 1 ? Plus : Minus;
    return (
      <button
        type="button"
        // The arrow keys in the field do the same, so that Tab need not stop here.
        tabIndex={-1}
        aria-label={direction === 1 ? "Increase" : "Decrease"}
        disabled={isLocked || next === value}
        onClick={() => {
          setEmptied(false);
          onValueChange(next);
        }}
        className="flex w-6 items-center justify-center text-subtle hover:text-text disabled:opacity-40"
      >
        <Icon className="size-3.5" />
      </button>
    );
  };
  return (
    <span className={clsx("relative flex w-full min-w-0", className)}>
      <input
        {...control}
        {...rest}
        type="number"
        inputMode={allowsFractions ? "decimal" : "numeric"}
        min={min}
        max={max}
        step={allowsFractions ? "any" : step}
        value={isEmptied ? "" : (value ?? "")}
        onChange={({ target: { valueAsNumber } }) => {
          const isNone = Number.isNaN(valueAsNumber);
          setEmptied(isNone);
          onValueChange(isNone ? undefined : valueAsNumber);
        }}
        onBlur={(event) => {
          rest.onBlur?.(event);
          setEmptied(false);
        }}
        // A wheel meant for the page must not change a number.
        onWheel={(event) => event.currentTarget.blur()}
        onKeyDown={(event) => {
          rest.onKeyDown?.(event);
          const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (!direction || isLocked) return;
          event.preventDefault();
          setEmptied(false);
          onValueChange(stepped(value, direction * step * (event.shiftKey ? 10 : 1), { min, max }));
        }}
        className={clsx(
          controlBox,
          controlSizes[size],
          "tabular [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none",
          unit ? "pr-20" : "pr-14",
        )}
      />
      <span className="absolute inset-y-0 right-1 flex">
        {unit && <span className="mr-1 self-center text-subtle text-xs">{unit}</span>}
        {stepper(-1)}
        {stepper(1)}
      </span>
    </span>
  );
}

function stepped(
  value: number | undefined,
  by: number,
  { min, max }: { min?: number | undefined; max?: number | undefined },
): number {
  const start = value ?? (min !== undefined && min > 0 ? min - by : 0);
  // 0.1 + 0.2 is 0.3 here: rounded to the decimals of the step.
  const decimals = Math.max(decimalsOf(by), decimalsOf(start));
  const sum = Number((start + by).toFixed(decimals));
  return Math.max(min ?? -Infinity, Math.min(max ?? Infinity, sum));
}

function decimalsOf(value: number): number {
  return Math.min(10, String(value).split(".")[1]?.length ?? 0);
}
