import clsx from "clsx";
import { type ReactNode, useId } from "react";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type Segment<Value extends string = string> = {
  value: Value;
  label: string;
  icon?: ReactNode;
  isDisabled?: boolean;
};

export type SegmentedControlProps<Value extends string> = {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** Draw the icons alone; the labels stay for the screen reader and as hints. */
  isIconOnly?: boolean;
  size?: "sm" | "md";
  className?: string;
};

/** One of two to five, all in view. */
export function SegmentedControl<Value extends string>({
  label,
  segments,
  value,
  onValueChange,
  isIconOnly,
  size = "md",
  className,
}: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <fieldset className={clsx("inline-flex w-fit rounded-md bg-sunken p-0.5 ring-1 ring-border ring-inset", className)}>
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          title={isIconOnly ? segment.label : undefined}
          className={clsx(
            "flex cursor-pointer items-center justify-center gap-1.5 rounded-sm px-2 font-medium text-muted text-sm transition-colors hover:text-text has-checked:bg-raised has-checked:text-text has-checked:ring-1 has-checked:ring-border has-disabled:cursor-default has-disabled:text-subtle has-focus-visible:outline-2 has-focus-visible:outline-focus",
            size === "sm" ? "h-6" : "h-7",
          )}
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            disabled={segment.isDisabled}
            onChange={() => onValueChange(segment.value)}
          />
          {segment.icon}
          {isIconOnly ? <VisuallyHidden>{segment.label}</VisuallyHidden> : segment.label}
        </label>
      ))}
    </fieldset>
  );
}
