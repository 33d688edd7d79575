import type { Job } from "#contract/step.ts";
import { Duration } from "#dashboard/display/duration.tsx";
import { useNow } from "#dashboard/display/now.ts";
import { sayDuration } from "#dashboard/display/say-time.ts";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { countOf } from "#dashboard/display/words.ts";
import { TableHead } from "#dashboard/ui/table-head.tsx";
import { ScrolledRegion } from "../scrolled-region.tsx";
import { explainReason } from "./explain-reason.ts";
import { reasonsOfJob } from "./failure-reasons.ts";

/** The pieces of a step's work, where they wait, and why they ended badly. */
export function JobTable({ jobs, stepName }: { jobs: readonly Job[]; stepName: string }) {
  const now = useNow();
  return (
    <ScrolledRegion label={`Jobs of ${stepName}`} className="max-h-72">
      <table className="w-full min-w-120 text-left text-sm">
        <TableHead columns={["Job", "Status", "Queue", "Took"]} numbersFrom={3} />
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id} className="border-border border-t align-top">
              <td className="max-w-40 truncate py-1.5 pr-3 font-mono text-xs" title={job.id}>
                {job.id}
              </td>
              <td className="py-1.5 pr-3">
                <StatusBadge status={job.status} progress={job.estimatedProgressRate} />
                {reasonsOfJob(job).map((reason) => (
                  <p key={reason} className="text-muted text-xs">
                    {explainReason(reason).words}
                  </p>
                ))}
              </td>
              <td className="py-1.5 pr-3 text-muted">{sayQueue(job, now)}</td>
              <td className="py-1.5 text-right text-muted">
                <Duration fromAt={job.startedAt} toAt={job.completedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrolledRegion>
  );
}

/** Where a job waits, as far as the server tells. "–" once it waits no more. */
export function sayQueue({ queuePosition }: Pick<Job, "queuePosition">, nowMs: number): string {
  if (!queuePosition) return "–";
  const { support, precedingJobs, startAt, completeAt } = queuePosition;
  if (support === "unsupported") return "this work has no queue to look into";
  if (support === "unavailable") return "its place is unknown";
  const place =
    typeof precedingJobs !== "number"
      ? "its place is unknown"
      : precedingJobs === 0
        ? "next"
        : `${countOf(precedingJobs, "job")} before it`;
  const start = sayAhead(startAt, nowMs);
  const end = sayAhead(completeAt, nowMs);
  return [place, start && `begins in about ${start}`, end && `done in about ${end}`].filter(Boolean).join(", ");
}

function sayAhead(at: string | null | undefined, nowMs: number): string | undefined {
  const ahead = Date.parse(at ?? "") - nowMs;
  return ahead > 0 ? sayDuration(ahead) : undefined;
}
