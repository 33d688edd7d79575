import { isTerminal } from "#contract/status.ts";
import type { Job } from "#contract/step.ts";
import { sayDuration } from "#dashboard/display/say-time.ts";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { sayQueue } from "../steps/job-table.tsx";
import type { Timeline } from "./timeline.ts";
import { TimelineBar } from "./timeline-bar.tsx";

/** The jobs of a step as rows beneath it. */
export function JobRows({ jobs, timeline, nowMs }: { jobs: readonly Job[]; timeline: Timeline; nowMs: number }) {
  return jobs.map((job, index) => {
    const fromMs = Date.parse(job.startedAt ?? "");
    const endMs = Date.parse(job.completedAt ?? "");
    const toMs = Number.isNaN(endMs) && !isTerminal(job.status) ? Math.max(nowMs, fromMs) : endMs;
    const isKnown = toMs >= fromMs;
    return (
      <tr key={job.id} className="align-top text-xs">
        <th scope="row" className="py-1 pl-6 font-normal text-muted" title={job.id}>
          Job {index + 1}
        </th>
        <td className="py-1 pr-2">
          <StatusBadge status={job.status} progress={job.estimatedProgressRate} />
        </td>
        <td className="py-1 pr-4">
          {isKnown ? (
            <TimelineBar phases={[{ kind: "processing", fromMs, toMs }]} status={job.status} timeline={timeline} />
          ) : null}
        </td>
        <td colSpan={2} className="py-1 text-right text-muted">
          {sayQueue(job, nowMs)}
        </td>
        <td className="tabular py-1 pr-3 text-right text-muted">{isKnown ? sayDuration(toMs - fromMs) : "–"}</td>
      </tr>
    );
  });
}
