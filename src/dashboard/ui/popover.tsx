import clsx from "clsx";
import { type ReactNode, useEffect } from "react";
import type { Align, Side } from "./place-beside.ts";
import { floatingPanel, type TriggerProps, useFloating } from "./use-floating.ts";

export type PopoverProps = {
  /** Names the panel. */
  label: string;
  trigger: (props: TriggerProps) => ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
  side?: Side;
  align?: Align;
  /** On hover and focus of the trigger: the moment to load what the panel will show. */
  onIntent?: () => void;
  onOpenChange?: (isOpen: boolean) => void;
  /** Width and padding; `w-72 p-3` when not given. */
  className?: string;
};

const focusable = "input:enabled, select:enabled, textarea:enabled, button:enabled, a[href], [tabindex='0']";

/** A small panel of controls. Focus goes in, Escape brings it back, a press or Tab outside closes. */
export function Popover({
  label,
  trigger,
  children,
  side = "bottom",
  align = "start",
  onIntent,
  onOpenChange,
  className = "w-72 p-3",
}: PopoverProps) {
  const floating = useFloating({ kind: "dialog", side, align, onIntent, onOpenChange });
  const { isOpen, panel } = floating;
  useEffect(() => {
    if (!isOpen) return;
    const first = panel.current?.querySelector<HTMLElement>(focusable) ?? panel.current;
    first?.focus();
  }, [isOpen, panel]);
  return (
    <>
      {trigger(floating.triggerProps)}
      {isOpen && (
        <div
          {...floating.panelProps}
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          className={clsx(floatingPanel, className)}
        >
          {typeof children === "function" ? children(floating.close) : children}
        </div>
      )}
    </>
  );
}
