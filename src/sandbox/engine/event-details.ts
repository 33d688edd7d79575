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
    arguments: terms.arguments,
    createdAt: toIso(createdAt),
    ...timesOf(workflow),
    steps: steps.map((step) => ({
      name: step.name,
      status: step.status,
      ...timesOf(step),
      metadata: step.metadata,
      input: step.input,
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
    input: step.input,
    ...outputOf(services, step),
  };
}

export function jobDetails(step: StoredStep): Record<string, unknown> {
  return { ...timesOf(step), cost: step.price.base };
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
