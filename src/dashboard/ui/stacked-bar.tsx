import clsx from "clsx";
import type { ReactNode } from "react";

export type BarSegment = {
  id: string;
  /** In words, with its number and unit; the bar's text for the screen reader and the legend. */
  label: string;
  value: number;
  /** The fill, a token class. */
  className: string;
  /** Diagonal lines instead of a plain fill, so that two fills of one hue differ without colour. */
  isHatched?: boolean;
};

export type StackedBarProps = {
  label: string;
  segments: readonly BarSegment[];
  /** The length of the whole bar; the sum of the segments when not given. */
  total?: number;
  hasLegend?: boolean;
  end?: ReactNode;
  className?: string;
};

const hatch =
  "[--veil:color-mix(in_srgb,var(--surface)_80%,transparent)] bg-[linear-gradient(135deg,var(--veil)_25%,transparent_25%_50%,var(--veil)_50%_75%,transparent_75%)] bg-size-[6px_6px]";

export function StackedBar({ label, segments, total, hasLegend = false, end, className }: StackedBarProps) {
  const shown = segments.filter((segment) => segment.value > 0);
  const length = total ?? shown.reduce((sum, segment) => sum + segment.value, 0);
  return (
    <div className={clsx("flex flex-col gap-1.5", className)}>
      <div className="flex items-center gap-2">
        <div
          role="img"
          aria-label={`${label}: ${shown.map((segment) => segment.label).join(", ") || "nothing"}`}
          className="flex h-2 min-w-0 flex-1 gap-px overflow-hidden rounded-sm bg-hover"
        >
          {shown.map((segment) => (
            <div
              key={segment.id}
              className={clsx("relative min-w-0.5 transition-[width]", segment.className)}
              style={{ width: `${(segment.value / length) * 100}%` }}
            >
              {segment.isHatched && <div className={clsx("absolute inset-0", hatch)} />}
            </div>
          ))}
        </div>
        {end}
      </div>
      {hasLegend && (
        // The picture above has said it all already.
        <ul aria-hidden="true" className="flex flex-wrap gap-x-3 gap-y-1 text-muted text-xs">
          {shown.map((segment) => (
            <li key={segment.id} className="tabular flex items-center gap-1.5">
              <span className={clsx("relative size-2 overflow-hidden rounded-sm", segment.className)}>
                {segment.isHatched && <span className={clsx("absolute inset-0", hatch)} />}
              </span>
              {segment.label}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
