import { isMature, type Rating } from "#contract/mature.ts";
import { planSwap } from "../ledger/plan-swap.ts";
import { gate } from "../moderation/gate.ts";
import { release } from "../moderation/release.ts";
import type { Services } from "../services.ts";
import type { NewBlob } from "../steps/step-handler.ts";
import type { BlobState } from "../store/blob-store.ts";
import type { StoredStep } from "../store/step-store.ts";
import { cancelActiveSteps, endStep } from "./fail-step.ts";
import { moveStep } from "./lifecycle.ts";
import { type LiveWorkflow, putStep } from "./live-workflow.ts";
import { settleDependents } from "./settle-dependents.ts";

/** What a handler made, before anybody has judged it. */
export type Delivery = {
  output: unknown;
  blobs: { id: string; blob: NewBlob }[];
  /** How many of the step's items were made. */
  items: number;
  rating: Rating;
  /** The reason for which the files are blocked for good. */
  blocked?: string;
};

/**
 * Take in what a step has made: its files are rated and pass the gate, undelivered items are refunded, dependents get
 * ready. Source: decisions, "Running", "Mature content".
 */
export function deliver(
  services: Services,
  live: LiveWorkflow,
  step: StoredStep,
  delivery: Delivery,
  at: number,
): void {
  const { blocked } = delivery;
  const isBlocked = blocked !== undefined && delivery.blobs.length > 0;
  const decision = isBlocked ? "deliver" : passGate(services, live, delivery);
  if (decision === "fail") {
    const reason = "The output is mature (MatureContent), and there is too little yellow Buzz to pay for it.";
    endStep(services, live, step, "failed", reason, at);
    cancelActiveSteps(services, live, `Canceled, because step "${step.name}" is failed.`, at);
    return;
  }
  if (decision === "swap") release(services, live, at);
  const state = isBlocked ? "blocked" : decision === "withhold" ? "withheld" : "available";
  storeBlobs(services, live, step, delivery, state, at);
  const delivered = isBlocked ? 0 : delivery.items;
  putStep(
    services,
    live,
    {
      ...moveStep(step, "succeeded", at),
      output: delivery.output,
      deliveredShare: delivered / step.itemCount,
      undelivered: Array.from({ length: step.itemCount - delivered }, (_, index) => ({
        item: delivered + index,
        ...(isBlocked ? { reason: "blocked", blockedReason: blocked } : { reason: "This item could not be made." }),
      })),
    },
    at,
  );
  settleDependents(services, live, at);
}

function passGate({ store }: Services, { workflow }: LiveWorkflow, { blobs, rating }: Delivery) {
  const swap = () => planSwap(store.ledger.ofWorkflow(workflow.id), store.accounts.balances(workflow.accountId));
  const mature = blobs.length > 0 && isMature(rating);
  const { allowMatureContent, terms } = workflow;
  return gate({ mature, allowMatureContent, upgradeMode: terms.upgradeMode, yellowSuffices: !mature || swap().ok });
}

function storeBlobs(
  { store, dialect }: Services,
  { workflow }: LiveWorkflow,
  step: StoredStep,
  { blobs, rating, blocked }: Delivery,
  state: BlobState,
  at: number,
): void {
  for (const [index, { id, blob }] of blobs.entries()) {
    const { content, medium, mediaType, width, height, duration } = blob;
    store.blobs.insert({
      ...{ id, medium, mediaType, width, height, duration, rating, state },
      accountId: workflow.accountId,
      workflowSeq: workflow.seq,
      stepName: step.name,
      jobId: dialect.jobIdOf(workflow.id, step.position, Math.min(index, step.itemCount - 1)),
      recipe: content.kind === "recipe" ? content.recipe : undefined,
      blockedReason: state === "blocked" ? blocked : undefined,
      createdAt: at,
    });
    if (content.kind === "bytes") store.blobs.keepContent(id, "original", { mediaType, bytes: content.bytes });
  }
}
