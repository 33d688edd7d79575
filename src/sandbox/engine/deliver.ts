import { isMature, type Rating } from "#contract/mature.ts";
import { addMovements } from "../ledger/ledger.ts";
import { planRefund } from "../ledger/plan-refund.ts";
import { planSwap } from "../ledger/plan-swap.ts";
import { type GateDecision, gate } from "../moderation/gate.ts";
import { release } from "../moderation/release.ts";
import type { Services } from "../services.ts";
import type { NewBlob } from "../steps/step-handler.ts";
import type { BlobState } from "../store/blob-store.ts";
import type { StoredStep } from "../store/step-store.ts";
import { cancelActiveSteps, endStep } from "./fail-step.ts";
import { moveStep } from "./lifecycle.ts";
import { costOf, type LiveWorkflow, putStep } from "./live-workflow.ts";
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
  const delivered = isBlocked ? 0 : delivery.items;
  const lessened = { ...step, deliveredShare: delivered / step.itemCount };
  const decision = isBlocked ? "deliver" : passGate(services, live, delivery, lessened);
  if (decision === "fail") {
    const reason = "The output is mature (MatureContent), and there is too little yellow Buzz to pay for it.";
    endStep(services, live, step, "failed", reason, at);
    cancelActiveSteps(services, live, `Canceled, because step "${step.name}" is failed.`, at);
    return;
  }
  if (decision === "swap") {
    // What is not delivered goes back to the accounts that paid; yellow pays for what is.
    putStep(services, live, lessened, at);
    release(services, live, at);
  }
  const state = isBlocked ? "blocked" : decision === "withhold" ? "withheld" : "available";
  storeBlobs(services, live, step, delivery, state, at);
  putStep(
    services,
    live,
    {
      ...moveStep(lessened, "succeeded", at),
      output: delivery.output,
      undelivered: Array.from({ length: step.itemCount - delivered }, (_, index) => ({
        item: delivered + index,
        ...(isBlocked ? { reason: "blocked", blockedReason: blocked } : { reason: "This item could not be made." }),
      })),
    },
    at,
  );
  settleDependents(services, live, at);
}

function passGate(
  { store }: Services,
  live: LiveWorkflow,
  { blobs, rating }: Delivery,
  lessened: StoredStep,
): GateDecision {
  const { id, accountId, allowMatureContent, terms } = live.workflow;
  const mature = blobs.length > 0 && isMature(rating);
  const yellowSuffices = () => {
    const steps = live.steps.with(lessened.position, lessened);
    const past = store.ledger.ofWorkflow(id);
    const refund = planRefund(past, costOf(live).total - costOf({ ...live, steps }).total);
    const balances = addMovements(store.accounts.balances(accountId), refund);
    return planSwap([...past, ...refund], balances).ok;
  };
  // What a token may not ask for, an upgrade by itself does not bring either: it is withheld.
  const mayBeMature = store.accounts.findById(accountId)?.permissions.mature ?? false;
  const upgradeMode = mayBeMature ? terms.upgradeMode : "manual";
  return gate({ mature, allowMatureContent, upgradeMode, yellowSuffices: !mature || yellowSuffices() });
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
