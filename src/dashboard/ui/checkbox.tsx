import clsx from "clsx";
import { Check, Minus } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { useFieldControl } from "./field-context.ts";

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  /** Without a visible label, give `aria-label`. */
  label?: ReactNode;
  description?: ReactNode;
  isIndeterminate?: boolean;
  onCheckedChange?: (isChecked: boolean) => void;
};

export function Checkbox({
  label,
  description,
  isIndeterminate = false,
  onCheckedChange,
  onChange,
  className,
  ref,
  ...rest
}: CheckboxProps) {
  const control = useFieldControl(rest["aria-label"]);
  return (
    <label className={clsx("inline-flex min-h-6 min-w-6 items-start gap-2 text-sm", label && "py-0.5", className)}>
      <span className={clsx("relative flex size-4 shrink-0", label ? "mt-0.5" : "m-1")}>
        <input
          {...(label ? undefined : control)}
          {...rest}
          type="checkbox"
          ref={(input) => {
            if (input) input.indeterminate = isIndeterminate;
            if (typeof ref === "function") return ref(input);
            if (ref) ref.current = input;
          }}
          onChange={(event) => {
            onChange?.(event);
            onCheckedChange?.(event.target.checked);
          }}
          className="peer size-4 appearance-none rounded-sm border border-border-strong bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent hover:border-muted disabled:border-border disabled:bg-sunken"
        />
        {/* A box that is told whether it is checked has no need of signs that it does not show: lists have many. */}
        {rest.checked === false ? null : (
          <Check className="pointer-events-none absolute inset-0.5 hidden size-3 stroke-2 text-accent-text peer-checked:block peer-indeterminate:hidden" />
        )}
        {rest.checked === undefined || isIndeterminate ? (
          <Minus className="pointer-events-none absolute inset-0.5 hidden size-3 stroke-2 text-accent-text peer-indeterminate:block" />
        ) : null}
      </span>
      {label && (
        <span className="flex flex-col">
          {label}
          {description && <span className="text-muted text-xs">{description}</span>}
        </span>
      )}
    </label>
  );
}
