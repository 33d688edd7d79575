import type { Job } from "#contract/step.ts";
import { Duration } from "#dashboard/display/duration.tsx";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";

/** The pieces of a step's work, and where they wait. */
export function JobTable({ jobs }: { jobs: readonly Job[] }) {
  return (
    <table className="w-full text-left text-sm">
      <thead className="text-subtle text-xs">
        <tr>
          <th className="py-1 font-normal">Job</th>
          <th className="py-1 font-normal">Status</th>
          <th className="py-1 font-normal">Queue</th>
          <th className="py-1 text-right font-normal">Took</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.id} className="border-border border-t">
            <td className="max-w-48 truncate py-1.5 font-mono text-xs">{job.id}</td>
            <td className="py-1.5">
              <StatusBadge status={job.status} progress={job.estimatedProgressRate} />
            </td>
            <td className="py-1.5 text-muted">{sayQueue(job)}</td>
            <td className="py-1.5 text-right text-muted">
              <Duration fromAt={job.startedAt} toAt={job.completedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayQueue({ queuePosition }: Job): string {
  if (queuePosition?.support !== "available" || typeof queuePosition.precedingJobs !== "number") return "–";
  return queuePosition.precedingJobs === 0 ? "next" : `${queuePosition.precedingJobs} before it`;
}
