import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { controlBox, controlSizes } from "./control-classes.ts";
import { useFieldControl } from "./field-context.ts";

export type TextFieldProps = Omit<ComponentProps<"input">, "size"> & {
  size?: keyof typeof controlSizes;
  /** Inside the box, before the text. */
  icon?: ReactNode;
  /** Inside the box, after the text: a unit, a key, a clear button. */
  end?: ReactNode;
  onValueChange?: (value: string) => void;
  inputClassName?: string;
};

export function TextField({
  size = "md",
  icon,
  end,
  className,
  inputClassName,
  onValueChange,
  onChange,
  ...rest
}: TextFieldProps) {
  const control = useFieldControl(rest["aria-label"]);
  return (
    <span className={clsx("relative flex w-full min-w-0 items-center", className)}>
      {icon && <span className="pointer-events-none absolute left-2.5 flex text-subtle">{icon}</span>}
      <input
        type="text"
        autoComplete="off"
        {...control}
        {...rest}
        className={clsx(
          controlBox,
          controlSizes[size],
          "read-only:bg-sunken",
          icon && "pl-8",
          end && "pr-9",
          inputClassName,
        )}
        onChange={(event) => {
          onChange?.(event);
          onValueChange?.(event.target.value);
        }}
      />
      {end && <span className="absolute right-1 flex items-center text-subtle text-xs">{end}</span>}
    </span>
  );
}
