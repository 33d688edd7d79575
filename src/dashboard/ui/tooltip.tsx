import { cloneElement, type ReactElement, type ReactNode } from "react";
import type { Side } from "./place-beside.ts";
import { useTooltip } from "./use-tooltip.tsx";

type TooltipProps = {
  text: ReactNode;
  side?: Side;
  /** One focusable element that takes `aria-describedby`. */
  children: ReactElement<{ "aria-describedby"?: string }>;
};

export function Tooltip({ text, side, children }: TooltipProps) {
  const tooltip = useTooltip(text, side);
  return (
    // The span is no control: it only hears what bubbles from the one inside.
    <span role="presentation" className="contents" {...tooltip.area}>
      {tooltip.id ? cloneElement(children, { "aria-describedby": tooltip.id }) : children}
      {tooltip.bubble}
    </span>
  );
}
