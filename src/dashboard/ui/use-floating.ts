import { type KeyboardEvent, type RefObject, useCallback, useId, useRef, useState } from "react";
import { type Align, placeBeside, type Side } from "./place-beside.ts";
import { showOnTop } from "./top-layer.ts";
import { useDismiss } from "./use-dismiss.ts";

/** What the button that opens something spreads over itself. */
export type TriggerProps = {
  ref: RefObject<HTMLButtonElement | null>;
  "aria-haspopup": "dialog" | "menu";
  "aria-expanded": boolean;
  "aria-controls": string | undefined;
  onClick: () => void;
  onPointerEnter?: (() => void) | undefined;
  onFocus?: (() => void) | undefined;
};

type FloatingOptions = {
  kind: "dialog" | "menu";
  side: Side;
  align: Align;
  /** On hover and focus of the trigger: the moment to load what the panel will show. */
  onIntent?: (() => void) | undefined;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
};

/** A panel in the top layer beside its trigger. The panel is in the document only while open, right after the trigger. */
export function useFloating({ kind, side, align, onIntent, onOpenChange }: FloatingOptions) {
  const [isOpen, setIsOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  const set = (next: boolean) => {
    setIsOpen(next);
    onOpenChange?.(next);
  };
  const close = () => {
    set(false);
    trigger.current?.focus();
  };
  useDismiss(
    isOpen,
    () => [trigger.current, panel.current],
    () => set(false),
  );

  const place = useCallback(
    (element: HTMLDivElement) => {
      panel.current = element;
      showOnTop(element);
      const stop = trigger.current && placeBeside(element, trigger.current, side, align);
      return () => {
        panel.current = null;
        stop?.();
      };
    },
    [side, align],
  );

  return {
    isOpen,
    open: () => set(true),
    close,
    panel,
    triggerProps: {
      ref: trigger,
      "aria-haspopup": kind,
      "aria-expanded": isOpen,
      "aria-controls": isOpen ? id : undefined,
      onClick: () => set(!isOpen),
      onPointerEnter: onIntent,
      onFocus: onIntent,
    } satisfies TriggerProps,
    panelProps: {
      id,
      ref: place,
      popover: "manual" as const,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        // Only the innermost closes; a dialog around it stays.
        event.preventDefault();
        event.stopPropagation();
        close();
      },
    },
  };
}

/** Undoes what the browser gives a popover and what the trigger's surroundings would hand down. */
export const floatingPanel =
  "fixed inset-auto m-0 max-h-[calc(100dvh-16px)] max-w-[calc(100vw-16px)] animate-enter overflow-auto overscroll-contain whitespace-normal rounded-md border-0 bg-raised text-left font-normal text-sm text-text shadow-float";
