import type { Workflow } from "#contract/workflow.ts";

const retentionDays = 30;
const dayMs = 86_400_000;

/** Whole days until a server forgets a workflow: 30 days after its end. `undefined` while it is not over. Source: facts 6, "Retention". */
export function daysLeft({ completedAt }: Pick<Workflow, "completedAt">, nowMs: number): number | undefined {
  if (!completedAt) return undefined;
  return Math.max(0, Math.ceil((Date.parse(completedAt) + retentionDays * dayMs - nowMs) / dayMs));
}
