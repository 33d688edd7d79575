import type { Transaction } from "#contract/cost.ts";
import { spendingOrder } from "#contract/currency.ts";
import { toIso } from "../clock.ts";
import { byId } from "../engine/map-blobs.ts";
import { groupBy } from "../group-by.ts";
import { workflowCost } from "../ledger/cost.ts";
import type { Services } from "../services.ts";
import type { StoredBlob } from "../store/blob-store.ts";
import type { StoredLedgerEntry } from "../store/ledger-store.ts";
import type { StoredStep } from "../store/step-store.ts";
import type { StoredWorkflow, WorkflowRef } from "../store/workflow-store.ts";
import { isStill } from "./answer-cache.ts";
import { presentStep } from "./present-step.ts";
import type { View, WorkflowAnswer } from "./view.ts";

/** What an answer about a workflow is told from. */
export type WorkflowParts = {
  /** Without an id on a whatif. */
  workflow: Omit<StoredWorkflow, "seq" | "id"> & { id: string | null };
  steps: readonly StoredStep[];
  transactions: readonly Transaction[];
  /** Told on a whatif only. */
  insufficientBuzz?: boolean;
  blobs: readonly StoredBlob[];
  now: number;
};

/** A workflow as it stands in an answer: every field, whether the request named it or not. Source: decisions, "Submitting". */
export function present(parts: WorkflowParts, view: View): WorkflowAnswer {
  const { workflow, steps, transactions, insufficientBuzz, now } = parts;
  const { terms, id } = workflow;
  const blobs = byId(parts.blobs);
  return view.dialect.presentWorkflow({
    id,
    createdAt: toIso(workflow.createdAt),
    ...(workflow.startedAt === undefined ? {} : { startedAt: toIso(workflow.startedAt) }),
    ...(workflow.completedAt === undefined ? {} : { completedAt: toIso(workflow.completedAt) }),
    status: workflow.status,
    steps: steps.map((step) => presentStep({ workflowId: id, step, blobs, now }, view)),
    tags: workflow.tags,
    metadata: workflow.metadata,
    arguments: terms.arguments,
    callbacks: terms.callbacks,
    tips: terms.tips,
    cost: workflowCost(steps, terms.tips),
    transactions: { list: [...transactions], ...(insufficientBuzz === undefined ? {} : { insufficientBuzz }) },
    ...(terms.nsfwLevel === undefined ? {} : { nsfwLevel: terms.nsfwLevel }),
    allowMatureContent: workflow.allowMatureContent,
    upgradeMode: terms.upgradeMode,
    currencies: spendingOrder(terms.currencies),
    ...(terms.experimental === undefined ? {} : { experimental: terms.experimental }),
    ...(terms.ephemeral === undefined ? {} : { ephemeral: terms.ephemeral }),
    // The value comes back with the account before it. Source: decisions, "Submitting".
    ...(workflow.externalId === undefined
      ? {}
      : { externalId: `${view.dialect.userIdOf(workflow.accountId)}-${workflow.externalId}` }),
    forceRefunded: false,
  });
}

/** Answers about stored workflows, in their order; what has not changed since it was answered is not told anew. */
export function presentRefs(services: Services, refs: readonly WorkflowRef[], view: View): WorkflowAnswer[] {
  const { store, answers } = services;
  // Its version could come again, and mean something else.
  store.refuseTransaction("What may still be undone is not kept as an answer.");
  const known = new Map(refs.map((ref) => [ref.seq, answers.find(ref, view)]));
  const others = refs.filter(({ seq }) => !known.get(seq));
  if (others.length > 0) {
    const versions = new Map(others.map((ref) => [ref.seq, ref]));
    for (const parts of readParts(services, store.workflows.ofSeqs(others.map(({ seq }) => seq)))) {
      const answer = present(parts, view);
      const { workflow, steps, blobs } = parts;
      known.set(workflow.seq, answer);
      const ref = versions.get(workflow.seq);
      if (ref && isStill(workflow, steps)) answers.keep(ref, view, answer, blobs.length > 0);
    }
  }
  return refs.flatMap(({ seq }) => known.get(seq) ?? []);
}

/** An answer about one stored workflow, told anew: also inside of a transaction. */
export function presentOne(services: Services, workflow: StoredWorkflow, view: View): WorkflowAnswer {
  const [parts] = readParts(services, [workflow]);
  if (!parts) throw new Error("A workflow was asked for, and none was told.");
  return present(parts, view);
}

/** What answers are told from; steps, movements and files of all workflows are read at once. */
function readParts({ store, clock }: Services, workflows: readonly StoredWorkflow[]) {
  const seqs = workflows.map(({ seq }) => seq);
  const steps = groupBy(store.steps.ofWorkflows(seqs), (step) => step.workflowSeq);
  const entries = groupBy(store.ledger.ofWorkflows(workflows.map(({ id }) => id)), (entry) => entry.workflowId);
  const blobs = groupBy(store.blobs.ofWorkflows(seqs), (blob) => blob.workflowSeq);
  return workflows.map((workflow) => ({
    workflow,
    steps: steps.get(workflow.seq) ?? [],
    transactions: (entries.get(workflow.id) ?? []).map(toTransaction),
    blobs: blobs.get(workflow.seq) ?? [],
    now: clock.now(),
  }));
}

function toTransaction({ seq, type, amount, currency }: StoredLedgerEntry): Transaction {
  return { type, amount, accountType: currency, id: `tx_${seq}` };
}
