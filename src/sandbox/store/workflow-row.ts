import type { Status } from "#contract/status.ts";
import type { StoredWorkflow } from "./workflow-store.ts";

/** A workflow as its two tables hold it. */
export type WorkflowRow = {
  seq: number;
  id: string;
  account_id: number;
  status: Status;
  created_at: number;
  external_id: string | null;
  terms: string;
  allow_mature: number;
  metadata: string;
  tags: string;
  started_at: number | null;
  completed_at: number | null;
};

/** Reads such rows; conditions follow. */
export const selectWorkflow = `
  SELECT workflow.seq, workflow.id, workflow.account_id, workflow.status, workflow.created_at, workflow.external_id,
    document.terms, document.allow_mature, document.metadata, document.tags, document.started_at, document.completed_at
  FROM workflow JOIN workflow_document AS document ON document.seq = workflow.seq`;

export function toWorkflow(row: WorkflowRow | undefined): StoredWorkflow | undefined {
  return (
    row && {
      seq: row.seq,
      id: row.id,
      accountId: row.account_id,
      status: row.status,
      createdAt: row.created_at,
      startedAt: row.started_at ?? undefined,
      completedAt: row.completed_at ?? undefined,
      externalId: row.external_id ?? undefined,
      terms: JSON.parse(row.terms),
      allowMatureContent: row.allow_mature === 1,
      metadata: JSON.parse(row.metadata),
      tags: JSON.parse(row.tags),
    }
  );
}
