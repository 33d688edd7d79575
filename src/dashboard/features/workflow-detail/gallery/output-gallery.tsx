import { Download } from "lucide-react";
import { Suspense, useState } from "react";
import { isTerminal } from "#contract/status.ts";
import { type Workflow, type WorkflowBlob, workflowBlobs } from "#contract/workflow.ts";
import { type BlobState, blobState } from "#dashboard/display/blob-state.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { lazyPart } from "#dashboard/ui/lazy-part.ts";
import { Select } from "#dashboard/ui/select.tsx";
import { useStable } from "#dashboard/ui/use-stable.ts";
import { DownloadFailure } from "./download-failure.tsx";
import { type RenewLinks, useDownloads } from "./download-outputs.ts";
import type { OpenOutput } from "./lightbox.tsx";
import { memberLabel } from "./output-label.ts";
import { OutputTile } from "./output-tile.tsx";
import { StepResultFigure } from "./step-result-figure.tsx";
import { stepResults } from "./step-results.ts";

const Lightbox = lazyPart(async () => (await import("./lightbox.tsx")).Lightbox);

type Props = {
  workflow: Workflow;
  hideMature: boolean;
  /** What is open large, from the address. */
  open: OpenOutput | undefined;
  onOpen: (open: OpenOutput | undefined) => void;
  onExpired: RenewLinks;
};

/** More are drawn on request, so that a page of hundreds opens at once and the steps below stay in reach. */
const tilesAtFirst = 24;
const resultsAtFirst = 12;
/** From so many on the gallery can be narrowed to one step. */
const manyTiles = 12;
const everyStep = "";

/** What the workflow made: pictures, clips, sounds, models, texts and findings. */
export function OutputGallery({ workflow, hideMature, open, onOpen, onExpired }: Props) {
  const blobs = workflowBlobs(workflow);
  const results = workflow.steps.flatMap(stepResults);
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const [stepName, chooseStep] = useState(everyStep);
  const [isWhole, showWhole] = useState(false);
  const [hasAllResults, showAllResults] = useState(false);
  const downloads = useDownloads(onExpired);
  const reveal = useStable((id: string) => setRevealed((before) => new Set(before).add(id)));
  const openOne = useStable((id: string) => onOpen({ output: id }));
  const renew = useStable(onExpired);
  const statuses = new Map(workflow.steps.map(({ name, status }) => [name, status]));
  const stateOf = (placed: WorkflowBlob, isRevealed: boolean): BlobState =>
    blobState(placed.blob, {
      hideMature,
      allowMatureContent: workflow.allowMatureContent,
      isOver: isTerminal(statuses.get(placed.stepName) ?? workflow.status),
      isRevealed,
    });
  const openable = blobs.filter((placed) => stateOf(placed, true) === "shown");
  if (blobs.length === 0 && results.length === 0) {
    return (
      <p className="rounded-lg border border-border border-dashed p-6 text-center text-muted text-sm">
        {isTerminal(workflow.status) ? "This workflow delivered no output." : "Output shows here as it is delivered."}
      </p>
    );
  }
  const makers = [...new Set(blobs.map((placed) => placed.stepName))];
  const chosen = makers.includes(stepName) ? blobs.filter((placed) => placed.stepName === stepName) : blobs;
  const shownResults = hasAllResults ? results : results.slice(0, resultsAtFirst);
  const drawn = isWhole ? chosen : chosen.slice(0, tilesAtFirst);
  return (
    <div className="flex flex-col gap-3">
      {blobs.length > 1 ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="tabular text-muted text-sm">
            {chosen.length === blobs.length ? `${blobs.length} files` : `${chosen.length} of ${blobs.length} files`}
          </p>
          {blobs.length > manyTiles && makers.length > 1 ? (
            <Select
              aria-label="Files of the step"
              size="sm"
              className="!w-48"
              value={stepName}
              onValueChange={chooseStep}
              options={[
                { value: everyStep, label: "Of all steps" },
                ...makers.map((name) => ({ value: name, label: name })),
              ]}
            />
          ) : null}
          {openable.length > 1 ? (
            <Button
              size="sm"
              className="ml-auto"
              icon={<Download />}
              isBusy={downloads.isBusy}
              onClick={() => downloads.saveAll(`${workflow.id}.zip`, openable)}
            >
              {openable.length === blobs.length
                ? `Download all ${blobs.length}`
                : `Download the ${openable.length} that are shown`}
            </Button>
          ) : null}
        </div>
      ) : null}
      {downloads.problem ? <DownloadFailure problem={downloads.problem} /> : null}
      {blobs.length > 0 ? (
        <ul className={`grid gap-3 ${columnsFor(chosen)}`}>
          {drawn.map((placed) => (
            <OutputTile
              key={`${placed.stepName} ${placed.path}`}
              placed={placed}
              member={memberLabel(placed, blobs)}
              hideMature={hideMature}
              allowMatureContent={workflow.allowMatureContent}
              isOver={isTerminal(statuses.get(placed.stepName) ?? workflow.status)}
              isRevealed={revealed.has(placed.blob.id)}
              isShown={stateOf(placed, revealed.has(placed.blob.id)) === "shown"}
              onReveal={reveal}
              onOpen={openOne}
              onExpired={renew}
            />
          ))}
        </ul>
      ) : null}
      {drawn.length < chosen.length ? (
        <Button className="self-center" onClick={() => showWhole(true)}>
          Show all {chosen.length} files
        </Button>
      ) : null}
      {shownResults.map((result) => (
        <StepResultFigure key={`${result.stepName} ${result.label}`} result={result} />
      ))}
      {shownResults.length < results.length ? (
        <Button className="self-center" onClick={() => showAllResults(true)}>
          Show all {results.length} results
        </Button>
      ) : null}
      {open !== undefined && openable.some(({ blob }) => blob.id === open.output) ? (
        <Suspense>
          <Lightbox
            blobs={openable}
            open={open}
            onOpen={onOpen}
            revealed={revealed}
            onReveal={reveal}
            onExpired={renew}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

/** One or two are what the page is about, and are drawn large; sounds need the width of a player. */
function columnsFor(blobs: readonly WorkflowBlob[]): string {
  if (blobs.every(({ medium }) => medium === "audio")) return "grid-cols-1 sm:grid-cols-2";
  if (blobs.length === 1) return "max-w-md grid-cols-1";
  return blobs.length === 2 ? "grid-cols-2" : "grid-cols-2 sm:grid-cols-3 lg:grid-cols-4";
}
