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
  if (wait.waitSeconds <= 0) return;
  const workflow = services.store.workflows.find(account.id, workflowId);
  if (workflow) await awaitStored(services, workflow.seq, wait);
}

/** The same for a workflow that was just looked up. */
export async function awaitStored(services: Services, seq: number, wait: Wait): Promise<void> {
  if (wait.waitSeconds <= 0) return;
  const waitSeconds = Math.min(wait.waitSeconds, services.dialect.longestWaitSeconds);
  const patience = startPatience(waitSeconds, [services.closing, ...(wait.signal ? [wait.signal] : [])]);
  try {
    const atFirst = wait.until === "change" ? stateOf(services, seq) : undefined;
    // From a look to the wait nothing else runs, so no change falls in between.
    while (!patience.signal.aborted) {
      const workflow = services.store.workflows.findBySeq(seq);
      if (!workflow || isTerminal(workflow.status)) return;
      if (atFirst !== undefined && stateOf(services, seq) !== atFirst) return;
      await services.changes.next(workflow.id, patience.signal);
    }
  } finally {
    patience.end();
  }
}

/** Everything of a workflow that a reader can see change, as a text to be compared; not what moves with time alone. */
function stateOf({ store }: Services, seq: number): string {
  const workflow = store.workflows.findBySeq(seq);
  const steps = store.steps.ofWorkflow(seq);
  return JSON.stringify([
    [workflow?.status, workflow?.allowMatureContent, workflow?.metadata, workflow?.tags],
    steps.map(({ status, attempt, edits, phaseAt, dueAt, metadata }) => [
      status,
      attempt,
      edits,
      phaseAt,
      dueAt,
      metadata,
    ]),
    store.blobs.ofWorkflows([seq]).map(({ id, state }) => [id, state]),
  ]);
}

/**
 * A signal for the end of waiting: the time is up, or one of the others is aborted. By hand: what `AbortSignal.timeout`
 * and `AbortSignal.any` make may be collected while somebody waits for it, and then never comes.
 */
function startPatience(waitSeconds: number, others: readonly AbortSignal[]): { signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, waitSeconds * 1000);
  for (const other of others) {
    if (other.aborted) abort();
    else other.addEventListener("abort", abort);
  }
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      for (const other of others) other.removeEventListener("abort", abort);
    },
  };
}
