import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlBox, controlSizes } from "./control-classes.ts";
import { useFieldControl } from "./field-context.ts";

export type SelectOption<Value extends string = string> = {
  value: Value;
  label: string;
  /** Options of one group stand together under its name. */
  group?: string;
  isDisabled?: boolean;
};

export type SelectProps<Value extends string> = Omit<
  ComponentProps<"select">,
  "size" | "value" | "children" | "multiple"
> & {
  options: readonly SelectOption<Value>[];
  value?: Value | undefined;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  size?: keyof typeof controlSizes;
  onValueChange?: (value: Value) => void;
};

/** As wide as what it stands in. For short lists; the platform's own list, so that it works on every device. Long lists take a combobox. */
export function Select<Value extends string>({
  options,
  value,
  placeholder,
  size = "md",
  onValueChange,
  onChange,
  className,
  ...rest
}: SelectProps<Value>) {
  const control = useFieldControl(rest["aria-label"]);
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <span className={clsx("relative flex w-full min-w-0 items-center", className)}>
      <select
        {...control}
        {...rest}
        {...(placeholder === undefined && value === undefined ? undefined : { value: value ?? "" })}
        className={clsx(controlBox, controlSizes[size], "appearance-none truncate pr-7")}
        onChange={(event) => {
          onChange?.(event);
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onValueChange?.(chosen.value);
        }}
      >
        {placeholder !== undefined && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {groups.map((group) => {
          const members = options.filter((option) => option.group === group).map(toOption);
          return group === undefined ? (
            members
          ) : (
            <optgroup key={group} label={group}>
              {members}
            </optgroup>
          );
        })}
      </select>
      <ChevronDown className="pointer-events-none absolute right-2 size-3.5 text-subtle" />
    </span>
  );
}

function toOption({ value, label, isDisabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={isDisabled}>
      {label}
    </option>
  );
}
