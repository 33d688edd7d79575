import { ChevronRight } from "lucide-react";
import { Fragment, type ReactNode, useState } from "react";
import { isTerminal } from "#contract/status.ts";
import { isReleasable, type Workflow } from "#contract/workflow.ts";
import { sayDuration } from "#dashboard/display/say-time.ts";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { ScrolledRegion } from "../scrolled-region.tsx";
import { useFirstRows } from "../use-first-rows.ts";
import { remainingMsOf } from "./progress.ts";
import { sayPreparation } from "./say-preparation.ts";
import { spentMs, type TimelineRow, timelineOf } from "./timeline.ts";
import { TimelineBar, TimelineLegend } from "./timeline-bar.tsx";
import { JobRows } from "./timeline-jobs.tsx";
import { useTicking } from "./use-ticking.ts";

type Props = { workflow: Workflow /** When it was read, in milliseconds since 1970. */; readAt: number };

/** Where the time went: a row for each step, its jobs beneath on request. A table, so that it can be read aloud. */
export function TimelineTable({ workflow, readAt }: Props) {
  const isLive = !isTerminal(workflow.status);
  const nowMs = useTicking(isLive);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const timeline = timelineOf(workflow, Math.max(nowMs, readAt));
  const rows = useFirstRows(timeline.rows);
  const toggle = (name: string) =>
    setOpened((before) => (before.has(name) ? without(before, name) : new Set(before).add(name)));
  return (
    <div className="flex flex-col gap-2">
      <ScrolledRegion label="Timeline" className="max-h-112 rounded-lg border border-border bg-surface">
        <table className="w-full min-w-152 table-fixed text-left text-sm">
          <thead className="sticky top-0 z-10 bg-surface text-subtle text-xs">
            <tr>
              <HeadCell className="w-32 pl-3 sm:w-52">Step</HeadCell>
              <HeadCell className="w-36">Status</HeadCell>
              <HeadCell>
                <span className="sr-only">Course</span>
              </HeadCell>
              <HeadCell className="w-20 text-right">Waited</HeadCell>
              <HeadCell className="w-20 text-right">Prepared</HeadCell>
              <HeadCell className="w-24 pr-3 text-right">Processed</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { step } = row;
              const jobs = step.jobs ?? [];
              const isOpen = opened.has(step.name);
              const note =
                sayPreparation(step) ?? sayRelease(row, isReleasable(workflow)) ?? sayLeft(row, readAt, nowMs);
              return (
                <Fragment key={step.name}>
                  <tr className="border-border border-t align-top">
                    <th scope="row" className="max-w-32 py-1.5 sm:max-w-52 pl-1 font-medium">
                      <button
                        type="button"
                        aria-expanded={isOpen}
                        aria-label={`Jobs of ${step.name}`}
                        disabled={jobs.length === 0}
                        onClick={() => toggle(step.name)}
                        className="flex w-full items-center gap-1 rounded-sm text-left disabled:cursor-default"
                      >
                        <ChevronRight
                          className={`size-3.5 shrink-0 text-subtle transition-transform ${isOpen ? "rotate-90" : ""} ${jobs.length === 0 ? "invisible" : ""}`}
                        />
                        <span className="truncate" title={step.name}>
                          {step.name}
                        </span>
                      </button>
                    </th>
                    <td className="py-1.5 pr-2">
                      <StatusBadge status={step.status} progress={step.estimatedProgressRate} />
                      {note ? <p className="text-muted text-xs">{note}</p> : null}
                    </td>
                    <td className="py-1.5 pr-4">
                      <TimelineBar phases={row.phases} status={step.status} timeline={timeline} />
                    </td>
                    <TimeCell ms={spentMs(row, ["blocked", "queued"])} />
                    <TimeCell ms={spentMs(row, ["preparing"])} />
                    <TimeCell ms={spentMs(row, ["processing", "working"])} className="pr-3" />
                  </tr>
                  {isOpen ? <JobRows jobs={jobs} timeline={timeline} nowMs={nowMs} /> : null}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </ScrolledRegion>
      <TimelineLegend rows={timeline.rows} totalMs={timeline.toMs - timeline.fromMs} isLive={isLive} />
    </div>
  );
}

function HeadCell({ children, className = "" }: { children: ReactNode; className?: string }) {
  return (
    <th scope="col" className={`py-1.5 font-normal ${className}`}>
      {children}
    </th>
  );
}

function TimeCell({ ms, className = "" }: { ms: number | undefined; className?: string }) {
  return (
    <td className={`tabular whitespace-nowrap py-1.5 text-right text-muted ${className}`}>
      {ms === undefined ? "–" : sayDuration(ms)}
    </td>
  );
}

function sayLeft({ step }: TimelineRow, readAt: number, nowMs: number): string | undefined {
  if (step.status !== "processing") return undefined;
  const remaining = remainingMsOf(step, readAt);
  if (remaining === undefined) return "time left unknown";
  const left = remaining - (nowMs - readAt);
  return left > 0 ? `about ${sayDuration(left)} left` : "about to be done";
}

/** A step whose sources are over and that does not begin, while output is withheld, waits for the operator. */
function sayRelease({ step, phases }: TimelineRow, isAnythingWithheld: boolean): string | undefined {
  const isReady = step.status === "unassigned" && phases.some(({ kind }) => kind === "blocked");
  return isAnythingWithheld && isReady && phases.at(-1)?.kind === "queued" ? "waits for a release" : undefined;
}

function without(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set([...names].filter((one) => one !== name));
}
