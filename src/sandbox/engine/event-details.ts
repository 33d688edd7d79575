import { mapTexts } from "#contract/map-texts.ts";
import { toIso } from "../clock.ts";
import { workflowCost } from "../ledger/cost.ts";
import { internalBlobUrl } from "../media-access.ts";
import type { Services } from "../services.ts";
import type { StoredStep } from "../store/step-store.ts";
import type { LiveWorkflow } from "./live-workflow.ts";
import { blobFacts, byId, mapBlobs } from "./map-blobs.ts";
import { progressOf } from "./timing.ts";

/*
 * What `detailed` adds to an event, as things are at that moment. Source: facts, "Callbacks". Files that may be seen are
 * named by internal URLs, which become links when the event is sent; what is withheld or blocked has none.
 */

export function workflowDetails(services: Services, { workflow, steps }: LiveWorkflow): Record<string, unknown> {
  const { metadata, terms, createdAt } = workflow;
  return {
    metadata,
    arguments: withoutBytes(terms.arguments),
    createdAt: toIso(createdAt),
    ...timesOf(workflow),
    steps: steps.map((step) => ({
      name: step.name,
      status: step.status,
      ...timesOf(step),
      metadata: step.metadata,
      input: withoutBytes(step.input),
      ...outputOf(services, step),
      cost: workflowCost([step], noTips),
    })),
  };
}

export function stepDetails(services: Services, step: StoredStep, at: number): Record<string, unknown> {
  return {
    ...timesOf(step),
    estimatedProgressRate: progressOf(step, at) ?? null,
    retries: step.attempt - 1,
    metadata: step.metadata,
    input: withoutBytes(step.input),
    ...outputOf(services, step),
  };
}

export function jobDetails(step: StoredStep): Record<string, unknown> {
  return { ...timesOf(step), cost: step.price.base };
}

/** Enough to tell what it was, such as the media type of a data URL. */
const shownLength = 64;
const maxTextLength = 100_000;

/**
 * The value with its very long texts cut short: a picture that was sent as a data URL would be stored and sent again with
 * every event. The workflow itself tells the whole text.
 */
function withoutBytes(value: unknown): unknown {
  return mapTexts(value, (text) =>
    text.length > maxTextLength ? `${text.slice(0, shownLength)}… (${text.length} characters)` : text,
  );
}

const noTips = { civitai: 0, creators: 0 };

function timesOf({ startedAt, completedAt }: { startedAt?: number; completedAt?: number }) {
  return {
    ...(startedAt === undefined ? {} : { startedAt: toIso(startedAt) }),
    ...(completedAt === undefined ? {} : { completedAt: toIso(completedAt) }),
  };
}

function outputOf({ store, dialect }: Services, { type, workflowSeq, output }: StoredStep): { output?: unknown } {
  if (output === undefined) return {};
  const blobs = byId(store.blobs.ofWorkflows([workflowSeq]));
  return {
    output: mapBlobs(output, blobs, (blob, stub) => {
      const link = blob.state === "available" ? { url: internalBlobUrl(blob.id) } : {};
      return dialect.presentBlob({ ...stub, ...blobFacts(blob), ...link }, type);
    }),
  };
}
