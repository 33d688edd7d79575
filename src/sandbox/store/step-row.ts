import type { Status } from "#contract/status.ts";
import type { StoredStep } from "./step-store.ts";

/** A step as its table holds it. */
export type StepRow = {
  workflow_seq: number;
  position: number;
  name: string;
  type: string;
  terms: string;
  metadata: string;
  input: string;
  price: string;
  item_count: number;
  edits: number;
  status: Status;
  attempt: number;
  phase_at: number;
  due_at: number | null;
  work_ms: number | null;
  speed: number | null;
  started_at: number | null;
  completed_at: number | null;
  delivered_share: number;
  undelivered: string | null;
  output: string | null;
  reason: string | null;
};

export function toStep(row: StepRow): StoredStep {
  return {
    workflowSeq: row.workflow_seq,
    position: row.position,
    name: row.name,
    type: row.type,
    terms: JSON.parse(row.terms),
    metadata: JSON.parse(row.metadata),
    input: JSON.parse(row.input),
    price: JSON.parse(row.price),
    itemCount: row.item_count,
    edits: row.edits,
    status: row.status,
    attempt: row.attempt,
    phaseAt: row.phase_at,
    dueAt: row.due_at ?? undefined,
    workMs: row.work_ms ?? undefined,
    speed: row.speed ?? undefined,
    startedAt: row.started_at ?? undefined,
    completedAt: row.completed_at ?? undefined,
    deliveredShare: row.delivered_share,
    undelivered: row.undelivered === null ? [] : JSON.parse(row.undelivered),
    output: row.output === null ? undefined : JSON.parse(row.output),
    reason: row.reason ?? undefined,
  };
}
