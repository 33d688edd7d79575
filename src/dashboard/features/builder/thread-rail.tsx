import clsx from "clsx";
import { memo } from "react";
import { laneCount, type ThreadPart } from "./chain-threads.ts";

const lanes = ["text-thread-1", "text-thread-2", "text-thread-3", "text-thread-4", "text-thread-5"] as const;

/** The colour of a lane, as the colour of a text. */
export function laneColor(lane: number): string | undefined {
  return lanes[lane];
}

/* Pixels: between the edge of the column and the numbered dots. */
const width = 24;
const laneWidth = 4;
const bend = 4;
const sourceY = 16;
const userY = 8;

/**
 * The threads beside one card. Each card draws its own piece, as high as the card happens to be: nothing is measured,
 * and a card that grows takes its threads along. For the eye only: the chips on the card say the same in words.
 */
export const ThreadRail = memo(function ThreadRail({ parts }: { parts: readonly ThreadPart[] }) {
  if (parts.length === 0) return null;
  return (
    <svg
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 -left-6 h-full w-6 fill-none in-data-dragging:opacity-0 stroke-current transition-opacity motion-reduce:transition-none"
      strokeWidth={1.5}
    >
      {parts.map((part) => (
        <Part key={part.lane} {...part} />
      ))}
    </svg>
  );
});

function Part({ lane, up, down, end }: ThreadPart) {
  const x = width - 5 - (lane % laneCount) * laneWidth;
  const y = end === "source" ? sourceY : userY;
  const bendsUp = end === "source" ? up : end === "from-above";
  const bendsDown = end === "source" ? down : end === "from-below";
  return (
    <g className={clsx(laneColor(lane))}>
      {up ? <line x1={x} x2={x} y1={0} y2={down ? "100%" : y - bend} /> : null}
      {down && !up ? <line x1={x} x2={x} y1={y + bend} y2="100%" /> : null}
      {bendsUp ? <path d={`M${x} ${y - bend}Q${x} ${y} ${x + bend} ${y}H${width - 2}`} /> : null}
      {bendsDown ? <path d={`M${x} ${y + bend}Q${x} ${y} ${x + bend} ${y}H${width - 2}`} /> : null}
      {end === "source" ? <circle cx={width - 2} cy={y} r={1.5} className="fill-current" /> : null}
      {end && end !== "source" ? (
        <path d={`M${width - 4} ${y - 3}L${width} ${y}L${width - 4} ${y + 3}Z`} className="fill-current stroke-none" />
      ) : null}
    </g>
  );
}
