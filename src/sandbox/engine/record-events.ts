import { type CallbackEvent, type CallbackPayload, isToldOf } from "#contract/callbacks.ts";
import { isMature } from "#contract/mature.ts";
import { isTerminal, type Status } from "#contract/status.ts";
import { toIso } from "../clock.ts";
import type { Services } from "../services.ts";
import type { StoredBlob } from "../store/blob-store.ts";
import type { StoredStep } from "../store/step-store.ts";
import { jobDetails, stepDetails, workflowDetails } from "./event-details.ts";
import type { LiveWorkflow } from "./live-workflow.ts";
import { progressOf } from "./timing.ts";

/*
 * Every change of a status is written down for the callbacks that want to hear of it, in the transaction that makes the
 * change: an event is told if and only if it happened. Source: decisions, "Blobs and callbacks"; facts, "Callbacks".
 */

/** Write down that a workflow was submitted: it, its steps and their jobs are `unassigned`. */
export function recordSubmit(services: Services, live: LiveWorkflow): void {
  if (!hasCallbacks(live)) return;
  const { createdAt } = live.workflow;
  recordWorkflow(services, live, createdAt);
  for (const step of live.steps) {
    recordStep(services, live, step, createdAt);
    recordJobs(services, live, step, undefined, createdAt);
  }
}

/** Write down that a step has moved: its jobs move first, it is done when they are. */
export function recordMove(
  services: Services,
  live: LiveWorkflow,
  before: StoredStep | undefined,
  step: StoredStep,
  at: number,
): void {
  if (!hasCallbacks(live) || before?.status === step.status) return;
  recordJobs(services, live, step, before, at);
  recordStep(services, live, step, at);
}

/** Write down the status that the workflow has now. */
export function recordWorkflow(services: Services, live: LiveWorkflow, at: number): void {
  const { id, status } = live.workflow;
  record(services, live, `workflow:${status}`, {
    plain: () => ({ $type: "workflow", workflowId: id, status, timestamp: toIso(at) }),
    details: () => workflowDetails(services, live),
  });
}

function recordStep(services: Services, live: LiveWorkflow, step: StoredStep, at: number): void {
  const { name, status } = step;
  record(services, live, `step:${status}`, {
    plain: () => ({ $type: "step", workflowId: live.workflow.id, name, status }),
    details: () => stepDetails(services, step, at),
  });
}

function recordJobs(
  services: Services,
  live: LiveWorkflow,
  step: StoredStep,
  before: StoredStep | undefined,
  at: number,
): void {
  for (let item = 0; item < step.itemCount; item += 1) {
    const undelivered = step.undelivered.find((one) => one.item === item);
    const status: Status = undelivered ? "failed" : step.status;
    record(services, live, `job:${status}`, {
      plain: () => {
        const jobId = services.dialect.jobIdOf(live.workflow.id, step.position, item);
        const files = services.store.blobs.ofWorkflows([live.workflow.seq]).filter((blob) => blob.jobId === jobId);
        const reason = undelivered?.reason ?? step.reason;
        const blockedReason = undelivered?.blockedReason ?? blockedReasonOf(files);
        return {
          ...{ $type: "job", workflowId: live.workflow.id, stepName: step.name, jobId, status },
          progress: progressAt(status, before, at),
          ...(reason === undefined ? {} : { reason }),
          ...(blockedReason === undefined ? {} : { blockedReason }),
          ...(files.some(({ rating }) => isMature(rating)) ? { matureContent: true } : {}),
        };
      },
      details: () => jobDetails(step),
    });
  }
}

/** How far a job has come: what goes on, or back to its queue, begins anew. */
function progressAt(status: Status, before: StoredStep | undefined, at: number): number {
  if (status === "succeeded") return 1;
  return isTerminal(status) ? ((before && progressOf(before, at)) ?? 0) : 0;
}

function blockedReasonOf(files: readonly StoredBlob[]): string | undefined {
  if (files.some(({ state }) => state === "withheld")) return "MatureContent";
  return files.find(({ blockedReason }) => blockedReason !== undefined)?.blockedReason;
}

function hasCallbacks({ workflow }: LiveWorkflow): boolean {
  return workflow.terms.callbacks.length > 0;
}

/** Put an event into the outbox once for each callback that wants it. */
function record(
  { store, clock }: Services,
  { workflow }: LiveWorkflow,
  event: CallbackEvent,
  told: { plain: () => CallbackPayload; details: () => Record<string, unknown> },
): void {
  const { seq, id, accountId, terms } = workflow;
  for (const callback of terms.callbacks.filter((one) => isToldOf(one, event))) {
    const payload = callback.detailed ? { ...told.plain(), details: told.details() } : told.plain();
    store.callbacks.insert({
      ...{ accountId, workflowSeq: seq, workflowId: id, event, payload },
      ...{ url: callback.url, origin: terms.origin, createdAt: clock.now() },
    });
  }
}
