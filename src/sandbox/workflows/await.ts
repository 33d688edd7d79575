import { isTerminal } from "#contract/status.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";

/** How long to wait, in real seconds, and for what: the end, or the next change of the workflow or a step. */
export type Wait = { waitSeconds: number; until: "completion" | "change"; signal?: AbortSignal };

/**
 * Resolves when what is waited for has come, when the time is up, or when the caller goes away; look at the workflow to
 * see which. At once for a workflow that is over or unknown. Real seconds whatever the clock. Source: decisions, "Submitting".
 */
export async function awaitWorkflow(
  services: Services,
  account: Account,
  workflowId: string,
  wait: Wait,
): Promise<void> {
  const workflow = services.store.workflows.find(account.id, workflowId);
  if (workflow) await awaitStored(services, workflow.seq, wait);
}

/** The same for a workflow that was just looked up. */
export async function awaitStored(services: Services, seq: number, wait: Wait): Promise<void> {
  if (wait.waitSeconds <= 0) return;
  const timeout = AbortSignal.timeout(Math.min(wait.waitSeconds, services.dialect.longestWaitSeconds) * 1000);
  const signal = AbortSignal.any([timeout, services.closing, ...(wait.signal ? [wait.signal] : [])]);
  while (!signal.aborted) {
    const workflow = services.store.workflows.findBySeq(seq);
    if (!workflow || isTerminal(workflow.status)) return;
    await services.changes.next(workflow.id, signal);
    if (wait.until === "change") return;
  }
}
