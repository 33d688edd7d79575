import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from "react";
import { placeBeside, type Side } from "./place-beside.ts";
import { showOnTop } from "./top-layer.ts";

const hoverWaitMs = 400;
const leaveWaitMs = 100;

type Tooltip = {
  /** The id of the bubble while it is shown, for `aria-describedby`. */
  id: string | undefined;
  /** Spread over an element that holds both the trigger and the bubble, so that the bubble can be hovered itself. */
  area: {
    onPointerEnter: (event: React.PointerEvent) => void;
    onPointerLeave: () => void;
    onPointerDown: () => void;
    onFocus: (event: React.FocusEvent) => void;
    onBlur: () => void;
    onKeyDown: (event: React.KeyboardEvent) => void;
  };
  show: () => void;
  bubble: ReactNode;
};

/** A hint in words on hover and keyboard focus; Escape puts it away (WCAG 1.4.13). */
export function useTooltip(text: ReactNode, side: Side = "top"): Tooltip {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const timer = useRef<number>(undefined);

  const after = (waitMs: number, next: boolean) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setIsOpen(next), waitMs);
  };
  const set = (next: boolean) => {
    window.clearTimeout(timer.current);
    setIsOpen(next);
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const place = useCallback(
    (bubble: HTMLElement | null) => {
      const anchor = bubble?.parentElement?.firstElementChild;
      if (!bubble || !anchor) return;
      showOnTop(bubble);
      return placeBeside(bubble, anchor, side, "center");
    },
    [side],
  );

  return {
    id: isOpen ? id : undefined,
    area: {
      onPointerEnter: (event) => event.pointerType !== "touch" && after(hoverWaitMs, true),
      onPointerLeave: () => after(leaveWaitMs, false),
      onPointerDown: () => set(false),
      onFocus: (event) => event.target.matches(":focus-visible") && set(true),
      onBlur: () => set(false),
      onKeyDown: (event) => event.key === "Escape" && set(false),
    },
    show: () => set(true),
    bubble: isOpen && text && (
      <span
        ref={place}
        id={id}
        role="tooltip"
        popover="manual"
        className="fixed inset-auto m-0 w-max max-w-72 animate-enter overflow-visible rounded-sm border-0 bg-text px-2 py-1 text-left font-normal font-sans text-inverse text-xs whitespace-normal"
      >
        {text}
      </span>
    ),
  };
}
