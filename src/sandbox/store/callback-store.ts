import type { CallbackEvent } from "#contract/callbacks.ts";
import { type CallbackRow, toDelivery } from "./callback-row.ts";
import type { Database } from "./database.ts";

/** One try to deliver; times in milliseconds. */
export type StoredTry = { at: number; ms: number; status?: number; answer?: string; error?: string };

/** An event on its way to a callback. Times in milliseconds since 1970. */
export type StoredDelivery = {
  seq: number;
  accountId: number;
  workflowSeq: number;
  workflowId: string;
  event: CallbackEvent;
  url: string;
  /** For which origin its links are made. */
  origin?: string;
  /** As the event left things; files are named by internal URLs. */
  payload: Record<string, unknown>;
  state: "pending" | "delivered" | "given-up";
  createdAt: number;
  /** When it is tried next; only the first pending one of its queue has that. */
  dueAt?: number;
  /** How often it failed since it was told to be delivered. */
  failures: number;
  tries: StoredTry[];
};

export type NewDelivery = Omit<StoredDelivery, "seq" | "state" | "dueAt" | "failures" | "tries">;

export type CallbackStore = {
  /** Put an event at the end of its queue: what its workflow has to tell this URL. */
  insert(delivery: NewDelivery): void;
  find(seq: number): StoredDelivery | undefined;
  /** What is due at the instant, the earliest first. */
  due(now: number, limit: number): StoredDelivery[];
  /** The instant after `now` at which the next delivery is due. */
  nextDueAfter(now: number): number | undefined;
  /** Write how a delivery stands, and let the first pending one of its queue be due, and no other. */
  save(delivery: StoredDelivery, now: number): void;
  /** The account's log, newest first: up to `take` deliveries before a seq. */
  ofAccount(accountId: number, page: { take: number; before?: number; workflowId?: string }): StoredDelivery[];
};

/** How many deliveries that are over the log of an account keeps, at the least. */
const keptPerAccount = 2_000;
/** Old ones are looked for at one in so many ends of deliveries. */
const pruneEvery = 100;

export function createCallbackStore(database: Database): CallbackStore {
  const insert = database.statement(
    `INSERT INTO callback_delivery (account_id, workflow_seq, workflow_id, event, url, origin, payload, created_at)
     VALUES (:accountId, :workflowSeq, :workflowId, :event, :url, :origin, :payload, :createdAt)`,
  );
  const find = database.statement<CallbackRow>("SELECT * FROM callback_delivery WHERE seq = :seq");
  const due = database.statement<CallbackRow>(
    "SELECT * FROM callback_delivery WHERE due_at <= :now ORDER BY due_at, seq LIMIT :limit",
  );
  const nextDueAfter = database.statement<{ dueAt: number | null }>(
    "SELECT MIN(due_at) AS dueAt FROM callback_delivery WHERE due_at > :now",
  );
  const update = database.statement(
    `UPDATE callback_delivery SET state = :state, due_at = :dueAt, failures = :failures, tries = :tries
     WHERE seq = :seq`,
  );
  const inQueue = "workflow_seq = :workflowSeq AND url = :url AND state = 'pending'";
  const first = database.statement<{ seq: number | null }>(
    `SELECT MIN(seq) AS seq FROM callback_delivery WHERE ${inQueue}`,
  );
  const letBeDue = database.statement("UPDATE callback_delivery SET due_at = :now WHERE seq = :seq AND due_at IS NULL");
  const letWait = database.statement(
    `UPDATE callback_delivery SET due_at = NULL WHERE ${inQueue} AND seq > :seq AND due_at IS NOT NULL`,
  );
  const page = (where: string) =>
    database.statement<CallbackRow>(
      `SELECT * FROM callback_delivery WHERE account_id = :accountId ${where} AND seq < :before
       ORDER BY seq DESC LIMIT :take`,
    );
  const ofAccount = page("");
  const ofWorkflow = page("AND workflow_id = :workflowId");
  const prune = database.statement(
    `DELETE FROM callback_delivery WHERE account_id = :accountId AND state <> 'pending' AND seq <= (
       SELECT seq FROM callback_delivery WHERE account_id = :accountId ORDER BY seq DESC LIMIT 1 OFFSET ${keptPerAccount}
     )`,
  );

  function alignQueue({ workflowSeq, url }: Pick<StoredDelivery, "workflowSeq" | "url">, now: number): void {
    const seq = first.get({ workflowSeq, url })?.seq ?? undefined;
    if (seq === undefined) return;
    letWait.run({ workflowSeq, url, seq });
    letBeDue.run({ seq, now });
  }

  return {
    insert(delivery) {
      database.assertTransaction();
      insert.run({
        ...delivery,
        origin: delivery.origin ?? null,
        payload: JSON.stringify(delivery.payload),
      });
      alignQueue(delivery, delivery.createdAt);
    },
    find: (seq) => toDelivery(find.get({ seq })),
    due: (now, limit) => due.all({ now, limit }).flatMap((row) => toDelivery(row) ?? []),
    nextDueAfter: (now) => nextDueAfter.get({ now })?.dueAt ?? undefined,
    save(delivery, now) {
      database.assertTransaction();
      const { seq, state, failures, accountId } = delivery;
      const dueAt = state === "pending" ? (delivery.dueAt ?? null) : null;
      update.run({ seq, state, failures, dueAt, tries: JSON.stringify(delivery.tries) });
      alignQueue(delivery, now);
      if (state !== "pending" && seq % pruneEvery === 0) prune.run({ accountId });
    },
    ofAccount(accountId, { take, before = Number.MAX_SAFE_INTEGER, workflowId }) {
      const rows =
        workflowId === undefined
          ? ofAccount.all({ accountId, before, take })
          : ofWorkflow.all({ accountId, before, take, workflowId });
      return rows.flatMap((row) => toDelivery(row) ?? []);
    },
  };
}
