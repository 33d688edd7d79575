import type { Status } from "#contract/status.ts";
import { sayDuration } from "#dashboard/display/say-time.ts";
import type { Phase, PhaseKind, Timeline, TimelineRow } from "./timeline.ts";

const words: Record<PhaseKind, string> = {
  blocked: "Waiting for other steps",
  queued: "Waiting",
  preparing: "Preparing",
  processing: "Processing",
  working: "Preparing and processing",
};

/** Told apart by height and edge as well as by colour. */
const looks: Record<PhaseKind, string> = {
  blocked: "top-[9px] h-0.5 border-t border-border-strong border-dashed",
  queued: "top-[9px] h-0.5 bg-border-strong",
  preparing: "top-1.5 h-2 border border-info bg-info-quiet",
  processing: "top-1 h-3 bg-info",
  working: "top-1 h-3 bg-info",
};

/** How a step's time lies in the whole, drawn to scale. Decoration: the numbers stand beside it. */
export function TimelineBar({ phases, status, timeline }: { phases: Phase[]; status: Status; timeline: Timeline }) {
  const whole = timeline.toMs - timeline.fromMs;
  const share = (ms: number) => `${(ms / whole) * 100}%`;
  return (
    <span aria-hidden="true" className="relative block h-5">
      {phases.map(({ kind, fromMs, toMs }) => (
        <span
          key={kind}
          title={`${words[kind]}: ${sayDuration(toMs - fromMs)}`}
          className={`absolute min-w-0.5 rounded-[2px] ${looks[kind]} ${endLook(kind, status)}`}
          style={{ left: share(fromMs - timeline.fromMs), width: share(toMs - fromMs) }}
        />
      ))}
    </span>
  );
}

function endLook(kind: PhaseKind, status: Status): string {
  if (kind !== "processing" && kind !== "working") return "";
  if (status === "succeeded") return "!bg-success";
  if (status === "failed" || status === "expired") return "!bg-danger";
  return status === "canceled" ? "!bg-border-strong" : "motion-safe:animate-pulse";
}

type LegendProps = { rows: readonly TimelineRow[]; totalMs: number; isLive: boolean };

/** What the bars mean, of the kinds that occur, and how long the whole is. */
export function TimelineLegend({ rows, totalMs, isLive }: LegendProps) {
  const kinds = (Object.keys(words) as PhaseKind[]).filter((kind) =>
    rows.some(({ phases }) => phases.some((phase) => phase.kind === kind)),
  );
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
      {kinds.map((kind) => (
        <span key={kind} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className="relative block h-5 w-5">
            <span className={`absolute inset-x-0 rounded-[2px] ${looks[kind]}`} />
          </span>
          {words[kind]}
        </span>
      ))}
      <span className="tabular ml-auto">
        {isLive ? "Going on for" : "From submit to end"} {sayDuration(totalMs)}
      </span>
    </p>
  );
}
