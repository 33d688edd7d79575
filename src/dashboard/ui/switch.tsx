import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { useFieldControl } from "./field-context.ts";

export type SwitchProps = Omit<ComponentProps<"input">, "type" | "role" | "children"> & {
  /** Without a visible label, give `aria-label` or stand in a field. */
  label?: ReactNode;
  onCheckedChange?: (isChecked: boolean) => void;
};

/** For what takes effect at once; a checkbox is for what a button sends later. */
export function Switch({ label, onCheckedChange, onChange, className, ...rest }: SwitchProps) {
  const control = useFieldControl(rest["aria-label"]);
  return (
    <label className={clsx("inline-flex min-h-6 items-center gap-2 text-sm", className)}>
      <span className="relative flex h-4 w-7 shrink-0">
        <input
          {...(label ? undefined : control)}
          {...rest}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself.
          role="switch"
          onChange={(event) => {
            onChange?.(event);
            onCheckedChange?.(event.target.checked);
          }}
          className="peer h-4 w-7 appearance-none rounded-full border border-border-strong bg-border-strong transition-colors checked:border-accent checked:bg-accent disabled:opacity-50"
        />
        <span className="pointer-events-none absolute top-0.5 left-0.5 size-3 rounded-full bg-surface transition-transform peer-checked:translate-x-3" />
      </span>
      {label}
    </label>
  );
}
