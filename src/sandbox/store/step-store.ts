import type { Status } from "#contract/status.ts";
import type { Priority } from "#contract/step.ts";
import type { Database } from "./database.ts";
import { type StepRow, toStep } from "./step-row.ts";

/** What a step was submitted with beside its input. */
export type StepTerms = { priority: Priority; timeout?: string; retries: number };

/** The price of a step before tips, as its handler said it. */
export type StoredPrice = {
  base: number;
  factors: Record<string, number>;
  fixed?: Record<string, number>;
  fees?: Record<string, number>;
};

/** An item of a step that was not delivered, by its number, and why. */
export type Undelivered = { item: number; reason: string; blockedReason?: string };

/** A step of a workflow. Times in milliseconds since 1970. */
export type StoredStep = {
  workflowSeq: number;
  position: number;
  name: string;
  type: string;
  terms: StepTerms;
  metadata: Record<string, unknown>;
  /** With defaults filled in; references stand as they were written. */
  input: unknown;
  price: StoredPrice;
  /** How many items, and so jobs, it was priced for. */
  itemCount: number;
  /** How often the input was rewritten. */
  edits: number;
  status: Status;
  /** 1 for the first try. */
  attempt: number;
  /** When the present status began. */
  phaseAt: number;
  /** When something is to happen; without it, the step waits for another one, or is over. */
  dueAt?: number;
  /** How long the whole of the work takes, from ready to delivered, in milliseconds of the clock. */
  workMs?: number;
  /** The speed at which it got ready: all of its work, and the time that it is given, go by it. */
  speed?: number;
  startedAt?: number;
  completedAt?: number;
  /** The part of the step that is paid for: 1, or less when items were not delivered. */
  deliveredShare: number;
  undelivered: Undelivered[];
  output?: unknown;
  reason?: string;
};

/** A step at which something is to happen. */
export type DueStep = { workflowSeq: number; position: number; dueAt: number; accountId: number };

export type StepStore = {
  insert(step: StoredStep): void;
  /** The steps of several workflows, each workflow's in order. */
  ofWorkflows(workflowSeqs: readonly number[]): StoredStep[];
  ofWorkflow(workflowSeq: number): StoredStep[];
  /** Write what work changes. */
  saveProgress(step: StoredStep): void;
  /** Write what people change: metadata, and the input with its price. */
  saveTerms(step: StoredStep): void;
  /** What is due at the instant, the earliest first. */
  due(now: number, limit: number): DueStep[];
  /** The instant after `now` at which the next step is due. */
  nextDueAfter(now: number): number | undefined;
};

export function createStepStore(database: Database): StepStore {
  const insert = database.statement(
    `INSERT INTO step (workflow_seq, position, name, type, terms, metadata, input, price, item_count, status, phase_at)
     VALUES (:workflowSeq, :position, :name, :type, :terms, :metadata, :input, :price, :itemCount, :status, :phaseAt)`,
  );
  const ofWorkflow = database.statement<StepRow>("SELECT * FROM step WHERE workflow_seq = :seq ORDER BY position");
  const ofWorkflows = database.statement<StepRow>(
    `SELECT step.* FROM json_each(:seqs) AS wanted JOIN step ON step.workflow_seq = wanted.value
     ORDER BY wanted.key, step.position`,
  );
  const saveProgress = database.statement(
    `UPDATE step SET status = :status, attempt = :attempt, phase_at = :phaseAt, due_at = :dueAt, work_ms = :workMs,
       speed = :speed, started_at = :startedAt, completed_at = :completedAt, delivered_share = :deliveredShare,
       undelivered = :undelivered, output = :output, reason = :reason
     WHERE workflow_seq = :workflowSeq AND position = :position`,
  );
  const saveTerms = database.statement(
    `UPDATE step SET metadata = :metadata, input = :input, price = :price, item_count = :itemCount, edits = :edits
     WHERE workflow_seq = :workflowSeq AND position = :position`,
  );
  const due = database.statement<DueStep>(
    `SELECT step.workflow_seq AS workflowSeq, step.position, step.due_at AS dueAt, workflow.account_id AS accountId
     FROM step JOIN workflow ON workflow.seq = step.workflow_seq
     WHERE step.due_at <= :now ORDER BY step.due_at, step.workflow_seq, step.position LIMIT :limit`,
  );
  const nextDueAfter = database.statement<{ dueAt: number | null }>(
    "SELECT MIN(due_at) AS dueAt FROM step WHERE due_at > :now",
  );

  return {
    insert(step) {
      const { workflowSeq, position, name, type, itemCount, status, phaseAt } = step;
      insert.run({ workflowSeq, position, name, type, itemCount, status, phaseAt, ...termsOf(step) });
    },
    ofWorkflow: (seq) => ofWorkflow.all({ seq }).map(toStep),
    ofWorkflows: (seqs) => ofWorkflows.all({ seqs: JSON.stringify(seqs) }).map(toStep),
    saveProgress(step) {
      database.assertTransaction();
      const { workflowSeq, position, status, attempt, phaseAt, deliveredShare } = step;
      saveProgress.run({
        ...{ workflowSeq, position, status, attempt, phaseAt, deliveredShare },
        dueAt: step.dueAt ?? null,
        workMs: step.workMs ?? null,
        speed: step.speed ?? null,
        startedAt: step.startedAt ?? null,
        completedAt: step.completedAt ?? null,
        undelivered: step.undelivered.length === 0 ? null : JSON.stringify(step.undelivered),
        output: step.output === undefined ? null : JSON.stringify(step.output),
        reason: step.reason ?? null,
      });
    },
    saveTerms(step) {
      const { terms: _, ...changed } = termsOf(step);
      const { workflowSeq, position, itemCount, edits } = step;
      saveTerms.run({ workflowSeq, position, itemCount, edits, ...changed });
    },
    due: (now, limit) => due.all({ now, limit }),
    nextDueAfter: (now) => nextDueAfter.get({ now })?.dueAt ?? undefined,
  };
}

function termsOf({ terms, metadata, input, price }: StoredStep) {
  return {
    terms: JSON.stringify(terms),
    metadata: JSON.stringify(metadata),
    input: JSON.stringify(input ?? null),
    price: JSON.stringify(price),
  };
}
