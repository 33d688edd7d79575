import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

export type DisclosureProps = {
  label: ReactNode;
  /** After the label: a count, "2 changed". */
  mark?: ReactNode;
  isOpen?: boolean;
  onToggle?: (isOpen: boolean) => void;
  className?: string;
  children: ReactNode;
};

/** Folds what is rarely needed. The browser keeps its state unless `isOpen` and `onToggle` are given. */
export function Disclosure({ label, mark, isOpen, onToggle, className, children }: DisclosureProps) {
  return (
    <details
      className={clsx("group/disclosure", className)}
      open={isOpen}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary className="inline-flex h-7 items-center gap-1 rounded-sm pr-1 font-medium text-muted text-sm hover:text-text">
        <ChevronRight className="size-3.5 transition-transform group-open/disclosure:rotate-90" />
        {label}
        {mark === undefined ? null : <span className="font-normal text-subtle text-xs">{mark}</span>}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
