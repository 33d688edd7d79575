import { ChevronDown, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#dashboard/ui/button.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Popover } from "#dashboard/ui/popover.tsx";
import { VisuallyHidden } from "#dashboard/ui/visually-hidden.tsx";

export type FilterChipProps = {
  name: string;
  /** What it filters by now; `undefined` when it does not. */
  value: ReactNode;
  onClear: () => void;
  onIntent?: () => void;
  children: ReactNode | ((close: () => void) => ReactNode);
};

/** A filter: its name or its value, a small panel to set it, and an x to drop it. */
export function FilterChip({ name, value, onClear, onIntent, children }: FilterChipProps) {
  const isActive = value !== undefined;
  return (
    <span className={`inline-flex items-center rounded-md ${isActive ? "bg-accent-quiet" : ""}`}>
      <Popover
        label={`Filter by ${name.toLowerCase()}`}
        align="start"
        {...(onIntent ? { onIntent } : {})}
        trigger={(trigger) => (
          <Button {...trigger} size="sm" variant={isActive ? "quiet" : "secondary"}>
            {/* Heard before what is seen, so that the value is heard too. */}
            <VisuallyHidden>Filter by </VisuallyHidden>
            {isActive ? (
              <>
                <span className="text-muted">{name}:</span> {value}
              </>
            ) : (
              name
            )}
            {isActive ? null : <ChevronDown className="size-3.5 text-subtle" />}
          </Button>
        )}
      >
        {children}
      </Popover>
      {isActive ? (
        <IconButton
          size="sm"
          label={`Drop the filter by ${name.toLowerCase()}`}
          icon={<X className="size-3.5" />}
          onClick={onClear}
        />
      ) : null}
    </span>
  );
}
