import type { z } from "zod";
import { mapTexts } from "#contract/map-texts.ts";
import { isTerminal } from "#contract/status.ts";
import type { jobSchema, queuePositionSchema, stepSchema } from "#contract/step.ts";
import { toIso } from "../clock.ts";
import { blobFacts, mapBlobs } from "../engine/map-blobs.ts";
import { processingBeganAt, processingStartOf, progressOf } from "../engine/timing.ts";
import { internalBlobId } from "../media-access.ts";
import type { StoredBlob } from "../store/blob-store.ts";
import type { StoredStep } from "../store/step-store.ts";
import { isShown, linksTo } from "./show-file.ts";
import type { View } from "./view.ts";

export type StepAnswer = z.input<typeof stepSchema>;

/** What an answer about a step is told from. */
export type StepParts = {
  /** `null` on a whatif. */
  workflowId: string | null;
  step: StoredStep;
  blobs: ReadonlyMap<string, StoredBlob>;
  now: number;
};

/** A step as it stands in an answer. */
export function presentStep(parts: StepParts, view: View): StepAnswer {
  const { step, blobs, now } = parts;
  const { terms } = step;
  const progress = progressOf(step, now) ?? null;
  return view.dialect.presentStep({
    $type: step.type,
    name: step.name,
    priority: terms.priority,
    ...(terms.timeout === undefined ? {} : { timeout: terms.timeout }),
    retries: terms.retries,
    status: step.status,
    ...(step.startedAt === undefined ? {} : { startedAt: toIso(step.startedAt) }),
    ...(step.completedAt === undefined ? {} : { completedAt: toIso(step.completedAt) }),
    metadata: step.metadata,
    estimatedProgressRate: progress,
    ...(step.reason === undefined ? {} : { reason: step.reason }),
    jobs: Array.from({ length: step.itemCount }, (_, item) => presentJob(parts, item, progress, view)),
    input: step.input,
    ...(step.output === undefined ? {} : { output: presentOutput(step, blobs, view) }),
  });
}

function presentJob(
  { workflowId, step, now }: StepParts,
  item: number,
  progress: number | null,
  { dialect }: View,
): z.input<typeof jobSchema> {
  const undelivered = step.undelivered.find((one) => one.item === item);
  const reason = undelivered?.reason ?? step.reason;
  const beganAt = processingBeganAt(step);
  return {
    id: dialect.jobIdOf(workflowId ?? "whatif", step.position, item),
    status: undelivered ? "failed" : step.status,
    ...(beganAt === undefined ? {} : { startedAt: toIso(beganAt) }),
    ...(step.completedAt === undefined ? {} : { completedAt: toIso(step.completedAt) }),
    ...(isTerminal(step.status) || step.status === "processing"
      ? {}
      : { queuePosition: queuePosition(workflowId, step, now) }),
    cost: step.price.base,
    estimatedProgressRate: progress,
    ...(reason === undefined ? {} : { reason }),
    ...(undelivered?.blockedReason === undefined ? {} : { blockedReason: undelivered.blockedReason }),
  };
}

/** Where a job waits: about one job a second goes ahead of it. A step that waits for another one has no place yet. */
function queuePosition(workflowId: string | null, step: StoredStep, now: number): z.input<typeof queuePositionSchema> {
  // A whatif would start at once: clients read `available` as "ready" (facts 3.2).
  if (workflowId === null) return { support: "available", precedingJobs: 0 };
  const startAt = processingStartOf(step);
  if (startAt === undefined) return { support: "unavailable" };
  const precedingJobs = Math.max(0, Math.floor((startAt - now) / 1000));
  return { support: "available", precedingJobs, startAt: toIso(startAt) };
}

/** The output with everything about its files filled in, and with links where they may be seen. */
function presentOutput({ type, output }: StoredStep, blobs: ReadonlyMap<string, StoredBlob>, view: View): unknown {
  const presented = mapBlobs(output, blobs, (blob, stub) => {
    const links = isShown(blob, view) ? linksTo(blob, view.blobUrl) : {};
    return view.dialect.presentBlob({ ...stub, ...blobFacts(blob), ...links }, type);
  });
  return mapTexts(presented, (text) => {
    const id = internalBlobId(text);
    if (id === undefined) return text;
    const blob = blobs.get(id);
    return blob && isShown(blob, view) ? view.blobUrl.original(id).url : null;
  });
}
