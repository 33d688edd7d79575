import type { CallbackEvent } from "#contract/callbacks.ts";
import type { StoredDelivery } from "./callback-store.ts";

/** A delivery as its table holds it. */
export type CallbackRow = {
  seq: number;
  account_id: number;
  workflow_seq: number;
  workflow_id: string;
  event: CallbackEvent;
  url: string;
  origin: string | null;
  payload: string;
  state: StoredDelivery["state"];
  created_at: number;
  due_at: number | null;
  failures: number;
  tries: string;
};

export function toDelivery(row: CallbackRow | undefined): StoredDelivery | undefined {
  return (
    row && {
      seq: row.seq,
      accountId: row.account_id,
      workflowSeq: row.workflow_seq,
      workflowId: row.workflow_id,
      event: row.event,
      url: row.url,
      origin: row.origin ?? undefined,
      payload: JSON.parse(row.payload),
      state: row.state,
      createdAt: row.created_at,
      dueAt: row.due_at ?? undefined,
      failures: row.failures,
      tries: JSON.parse(row.tries),
    }
  );
}
