import type { Cost } from "#contract/cost.ts";
import { isTerminal } from "#contract/status.ts";
import { workflowCost } from "../ledger/cost.ts";
import { recordMovements } from "../ledger/ledger.ts";
import { planRefund } from "../ledger/plan-refund.ts";
import type { Services } from "../services.ts";
import type { StoredStep } from "../store/step-store.ts";
import type { StoredWorkflow } from "../store/workflow-store.ts";
import { rollUp } from "./lifecycle.ts";
import { recordMove, recordWorkflow } from "./record-events.ts";

/** A workflow with its steps in the middle of an event; what is put in is stored at once, inside the event's transaction. */
export type LiveWorkflow = { workflow: StoredWorkflow; steps: StoredStep[]; isChanged: boolean };

/** Take a workflow up for an event. `undefined` when it has been removed. */
export function takeUp(services: Services, seq: number): LiveWorkflow | undefined {
  const workflow = services.store.workflows.findBySeq(seq);
  return workflow && withSteps(services, workflow);
}

/** Take up a workflow that was just read or stored. */
export function withSteps({ store }: Services, workflow: StoredWorkflow): LiveWorkflow {
  return { workflow, steps: store.steps.ofWorkflow(workflow.seq), isChanged: false };
}

/** What the workflow costs as it stands, in whole Buzz. */
export function costOf({ workflow, steps }: Pick<LiveWorkflow, "workflow" | "steps">): Cost {
  return workflowCost(steps, workflow.terms.tips);
}

/**
 * Store a step as the event leaves it. When less of it is delivered than was paid for, the difference goes back at once,
 * tips included. A step loses its share once, so its refund has one key.
 */
export function putStep(services: Services, live: LiveWorkflow, step: StoredStep, at: number): void {
  const { store } = services;
  const before = costOf(live).total;
  const previous = live.steps[step.position];
  live.steps[step.position] = step;
  live.isChanged = true;
  store.steps.saveProgress(step);
  recordMove(services, live, previous, step, at);
  moveWorkflow(services, live, at);
  const amount = before - costOf(live).total;
  if (amount <= 0) return;
  const { id, accountId } = live.workflow;
  const cause = {
    accountId,
    workflowId: id,
    reason: `refund: step "${step.name}" ${hasDelivered(step) ? "delivered less" : step.status}`,
    key: `refund:${id}:${step.position}`,
    at,
  };
  recordMovements(store, cause, planRefund(store.ledger.ofWorkflow(id), amount));
}

/** Whether the step has made something: it succeeded, or is about to. */
function hasDelivered({ status }: StoredStep): boolean {
  return status === "succeeded" || status === "processing";
}

/** Let the workflow's status and times follow its steps. */
function moveWorkflow(services: Services, live: LiveWorkflow, at: number): void {
  const { workflow, steps } = live;
  const status = rollUp(
    workflow.status,
    steps.map((step) => step.status),
  );
  const startedAt = workflow.startedAt ?? edge(Math.min, steps, (step) => step.startedAt);
  if (status === workflow.status && startedAt === workflow.startedAt) return;
  const completedAt = isTerminal(status) ? edge(Math.max, steps, (step) => step.completedAt) : undefined;
  live.workflow = { ...workflow, status, startedAt, completedAt };
  services.store.workflows.saveStatus(live.workflow);
  if (status !== workflow.status) recordWorkflow(services, live, at);
}

/** End an event: tell who waits for the workflow, once that is committed. */
export function putWorkflow(services: Services, live: LiveWorkflow): void {
  if (!live.isChanged) return;
  services.store.afterCommit(() => {
    services.changes.announce(live.workflow.id);
    services.wake();
  });
}

/** The first or the last of the steps' instants; `undefined` while there is none. */
function edge(
  pick: (...instants: number[]) => number,
  steps: readonly StoredStep[],
  instantOf: (step: StoredStep) => number | undefined,
): number | undefined {
  const instants = steps.flatMap((step) => instantOf(step) ?? []);
  return instants.length === 0 ? undefined : pick(...instants);
}
