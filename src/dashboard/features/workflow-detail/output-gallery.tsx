import { lazy, Suspense, useState } from "react";
import { isTerminal } from "#contract/status.ts";
import { type Workflow, type WorkflowBlob, workflowBlobs } from "#contract/workflow.ts";
import { BlobFrame } from "#dashboard/display/blob-frame.tsx";
import { blobState } from "#dashboard/display/blob-state.ts";
import { RatingBadge } from "#dashboard/display/rating-badge.tsx";
import { CopyButton } from "#dashboard/ui/copy-button.tsx";
import { textOutputs } from "./text-outputs.ts";

const Lightbox = lazy(async () => ({ default: (await import("./lightbox.tsx")).Lightbox }));

type Props = {
  workflow: Workflow;
  hideMature: boolean;
  /** The id of the output that is open large, from the address. */
  openId: string | undefined;
  onOpen: (id: string | undefined) => void;
  /** Links are old: read the workflow again. */
  onExpired: () => void;
};

/** What the workflow made: pictures, clips, sounds and texts. */
export function OutputGallery({ workflow, hideMature, openId, onOpen, onExpired }: Props) {
  const blobs = workflowBlobs(workflow);
  const texts = textOutputs(workflow.steps);
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const reveal = (id: string) => setRevealed((before) => new Set(before).add(id));
  const stepOf = (name: string) => workflow.steps.find((step) => step.name === name);
  const isOver = ({ stepName }: WorkflowBlob) => isTerminal(stepOf(stepName)?.status ?? workflow.status);
  const canOpen = (placed: WorkflowBlob) => {
    const surroundings = {
      hideMature,
      allowMatureContent: workflow.allowMatureContent,
      isOver: isOver(placed),
      isRevealed: true,
    };
    return blobState(placed.blob, surroundings) === "shown";
  };
  const openable = blobs.filter(canOpen);
  if (blobs.length === 0 && texts.length === 0) {
    return (
      <p className="text-muted text-sm">
        {isTerminal(workflow.status) ? "This workflow delivered no output." : "Output shows here as it is delivered."}
      </p>
    );
  }
  return (
    <>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
        {blobs.map((placed) => (
          <li key={`${placed.stepName} ${placed.path}`} className="flex flex-col gap-1">
            <BlobFrame
              blob={placed.blob}
              medium={placed.medium}
              label={`${placed.stepName}, ${placed.path || "output"}`}
              hideMature={hideMature}
              allowMatureContent={workflow.allowMatureContent}
              isOver={isOver(placed)}
              isRevealed={revealed.has(placed.blob.id)}
              onReveal={() => reveal(placed.blob.id)}
              onOpen={() => onOpen(placed.blob.id)}
              onExpired={onExpired}
            />
            <span className="flex items-center gap-2 text-muted text-xs">
              <span className="truncate">{placed.stepName}</span>
              {placed.blob.nsfwLevel ? <RatingBadge rating={placed.blob.nsfwLevel} /> : null}
            </span>
          </li>
        ))}
      </ul>
      {texts.map(({ stepName, label, text }) => (
        <figure key={`${stepName} ${label}`} className="mt-3 rounded-md border border-border bg-surface p-4">
          <figcaption className="mb-1 flex items-center text-muted text-xs">
            {stepName}, {label}
            <span className="ml-auto">
              <CopyButton text={text} label={`Copy ${label} of ${stepName}`} isIconOnly />
            </span>
          </figcaption>
          <p className="whitespace-pre-wrap text-base">{text}</p>
        </figure>
      ))}
      {openId !== undefined && openable.some(({ blob }) => blob.id === openId) ? (
        <Suspense>
          <Lightbox blobs={openable} openId={openId} onOpen={onOpen} revealed={revealed} onReveal={reveal} />
        </Suspense>
      ) : null}
    </>
  );
}
