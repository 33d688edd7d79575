import type { WorkflowBlob } from "#contract/workflow.ts";
import { sayDuration } from "#dashboard/display/say-time.ts";
import { ratingWord } from "#dashboard/display/words.ts";
import { CopyButton } from "#dashboard/ui/copy-button.tsx";

/** What is known of an output. What the server doesn't tell is not listed. */
export function OutputFacts({ placed: { blob, medium, stepName } }: { placed: WorkflowBlob }) {
  const { width, height, duration, format } = blob;
  const facts: [string, string][] = [
    ["Step", stepName],
    ["Kind", sayMedium(medium, format)],
    ["Rating", ratingWord(blob.nsfwLevel)],
    ...(width && height ? [["Size", `${width} × ${height}`] satisfies [string, string]] : []),
    ...(duration ? [["Length", sayDuration(duration * 1000)] satisfies [string, string]] : []),
  ];
  return (
    <dl className="grid grid-cols-[max-content_1fr] content-start gap-x-4 gap-y-1 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
      {blob.jobId ? (
        <div className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">Job</dt>
          <dd className="min-w-0 break-all font-mono text-xs leading-5">{blob.jobId}</dd>
        </div>
      ) : null}
      <div className="col-span-2 grid grid-cols-subgrid">
        <dt className="text-muted">Id</dt>
        <dd className="flex min-w-0 items-start gap-1">
          <code className="min-w-0 break-all font-mono text-xs">{blob.id}</code>
          <CopyButton text={blob.id} label="Copy the output's id" isIconOnly size="xs" className="-mt-1" />
        </dd>
      </div>
    </dl>
  );
}

function sayMedium(medium: WorkflowBlob["medium"], format: string | null | undefined): string {
  const words = { image: "Picture", video: "Video", audio: "Sound", model3d: "3D model" };
  const word = medium ? words[medium] : "File";
  return format ? `${word}, ${format}` : word;
}
