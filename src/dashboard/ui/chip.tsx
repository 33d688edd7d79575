import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";

export type ChipProps = {
  icon?: ReactNode;
  children: ReactNode;
  /** With it the chip has an x; `removeLabel` says what goes. */
  onRemove?: () => void;
  removeLabel?: string;
  className?: string;
  /** The whole of it, where its end is cut off. */
  title?: string;
};

/** One value among several: a tag, an active filter. */
export function Chip({ icon, children, onRemove, removeLabel = "Remove", className, title }: ChipProps) {
  return (
    <span
      className={clsx(
        "inline-flex h-6 max-w-full items-center gap-1 rounded-sm border border-border bg-raised text-sm",
        onRemove ? "pl-2" : "px-2",
        className,
      )}
    >
      {icon}
      <span className="truncate" title={title}>
        {children}
      </span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="flex size-6 shrink-0 items-center justify-center rounded-sm text-subtle hover:text-text"
        >
          <X className="size-3.5" />
        </button>
      )}
    </span>
  );
}
