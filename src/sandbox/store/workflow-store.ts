import type { Callback } from "#contract/callbacks.ts";
import type { Currency } from "#contract/currency.ts";
import type { Rating } from "#contract/mature.ts";
import { isTerminal, type Status } from "#contract/status.ts";
import type { UpgradeMode } from "#contract/workflow.ts";
import type { Database } from "./database.ts";
import { searchTextOf } from "./search-text.ts";
import { createTagIndex } from "./tag-index.ts";
import { selectWorkflow, toWorkflow, type WorkflowRow } from "./workflow-row.ts";
import { createWorkflowSearch } from "./workflow-search.ts";
import type { WorkflowFilter } from "./workflow-walk.ts";

/** What a workflow was submitted with and keeps for good. */
export type WorkflowTerms = {
  arguments: Record<string, unknown>;
  callbacks: Callback[];
  /** Under which origin its submitter saw the sandbox: links that callbacks carry are made for it. */
  origin?: string;
  tips: { civitai: number; creators: number };
  /** As listed; empty for the usual order. */
  currencies: Currency[];
  upgradeMode: UpgradeMode;
  nsfwLevel?: Rating;
  experimental?: boolean;
  ephemeral?: boolean;
};

/** A workflow without its steps, entries and blobs. Times in milliseconds since 1970. */
export type StoredWorkflow = {
  seq: number;
  id: string;
  accountId: number;
  status: Status;
  createdAt: number;
  startedAt?: number;
  completedAt?: number;
  externalId?: string;
  terms: WorkflowTerms;
  allowMatureContent: boolean;
  metadata: Record<string, unknown>;
  tags: string[];
};

/** A workflow by its number, in the version that it has now: each write that an answer could show makes the next one. */
export type WorkflowRef = { seq: number; version: number };

export type WorkflowStore = {
  /** Store a new workflow. It is never dated before the account's last one, so order of creation is order of time. */
  insert(workflow: Omit<StoredWorkflow, "seq">): StoredWorkflow;
  /** A workflow that its account can see: not of another account, not removed, no ephemeral one that is over. */
  find(accountId: number, id: string): StoredWorkflow | undefined;
  findRef(accountId: number, id: string): WorkflowRef | undefined;
  findBySeq(seq: number): StoredWorkflow | undefined;
  findByExternalId(accountId: number, externalId: string): StoredWorkflow | undefined;
  /** Write what work changes: status and times. */
  saveStatus(workflow: StoredWorkflow): void;
  /** Write what people change: metadata, tags, `allowMatureContent`. */
  saveTerms(workflow: StoredWorkflow): void;
  remove(seq: number): void;
  /** A page: up to `take` workflows that fit, in order of creation or against it. */
  search(accountId: number, filter: WorkflowFilter): WorkflowRef[];
  /** Workflows by their numbers, in that order; those that are gone are left out. */
  ofSeqs(seqs: readonly number[]): StoredWorkflow[];
  count(accountId: number): number;
};

export function createWorkflowStore(database: Database): WorkflowStore {
  const tagIndex = createTagIndex(database);
  const select = (where: string) => database.statement<WorkflowRow>(`${selectWorkflow} WHERE ${where}`);
  const byId = select("workflow.account_id = :accountId AND workflow.id = :id AND workflow.visible = 1");
  const refById = database.statement<WorkflowRef>(
    "SELECT seq, version FROM workflow WHERE account_id = :accountId AND id = :id AND visible = 1",
  );
  const bySeq = select("workflow.seq = :seq");
  const byExternalId = select("workflow.account_id = :accountId AND workflow.external_id = :externalId");
  const bySeqs = database.statement<WorkflowRow>(
    `${selectWorkflow} JOIN json_each(:seqs) AS wanted ON wanted.value = workflow.seq ORDER BY wanted.key`,
  );
  const latest = database.statement<{ createdAt: number }>(
    "SELECT created_at AS createdAt FROM workflow WHERE account_id = :accountId ORDER BY seq DESC LIMIT 1",
  );
  const insert = database.statement(
    `INSERT INTO workflow (id, account_id, status, created_at, external_id)
     VALUES (:id, :accountId, :status, :createdAt, :externalId)`,
  );
  const insertDocument = database.statement(
    `INSERT INTO workflow_document (seq, terms, allow_mature, metadata, search_text, tags)
     VALUES (:seq, :terms, :allowMature, :metadata, :searchText, :tags)`,
  );
  const updateStatus = database.statement("UPDATE workflow SET status = :status, visible = :visible WHERE seq = :seq");
  const updateTimes = database.statement(
    "UPDATE workflow_document SET started_at = :startedAt, completed_at = :completedAt WHERE seq = :seq",
  );
  const updateTerms = database.statement(
    `UPDATE workflow_document SET allow_mature = :allowMature, metadata = :metadata, search_text = :searchText,
       tags = :tags WHERE seq = :seq`,
  );
  const remove = database.statement("DELETE FROM workflow WHERE seq = :seq");
  const count = database.statement<{ count: number }>(
    "SELECT COUNT(*) AS count FROM workflow WHERE account_id = :accountId",
  );

  return {
    insert(workflow) {
      database.assertTransaction();
      const { id, accountId, status, terms, metadata, tags } = workflow;
      const createdAt = Math.max(workflow.createdAt, latest.get({ accountId })?.createdAt ?? 0);
      const { lastInsertRowid: seq } = insert.run({
        id,
        accountId,
        status,
        createdAt,
        externalId: workflow.externalId ?? null,
      });
      insertDocument.run({
        seq,
        terms: JSON.stringify(terms),
        allowMature: Number(workflow.allowMatureContent),
        metadata: JSON.stringify(metadata),
        searchText: searchTextOf(metadata),
        tags: JSON.stringify(tags),
      });
      tagIndex.replace(accountId, seq, [], tags);
      return { ...workflow, seq, createdAt };
    },
    find: (accountId, id) => toWorkflow(byId.get({ accountId, id })),
    findRef: (accountId, id) => refById.get({ accountId, id }),
    findBySeq: (seq) => toWorkflow(bySeq.get({ seq })),
    findByExternalId: (accountId, externalId) => toWorkflow(byExternalId.get({ accountId, externalId })),
    saveStatus({ seq, status, terms, startedAt, completedAt }) {
      database.assertTransaction();
      updateStatus.run({ seq, status, visible: Number(!(terms.ephemeral && isTerminal(status))) });
      updateTimes.run({ seq, startedAt: startedAt ?? null, completedAt: completedAt ?? null });
    },
    saveTerms({ seq, accountId, allowMatureContent, metadata, tags }) {
      database.assertTransaction();
      const before = toWorkflow(bySeq.get({ seq }));
      updateTerms.run({
        seq,
        allowMature: Number(allowMatureContent),
        metadata: JSON.stringify(metadata),
        searchText: searchTextOf(metadata),
        tags: JSON.stringify(tags),
      });
      tagIndex.replace(accountId, seq, before?.tags ?? [], tags);
    },
    remove: (seq) => {
      remove.run({ seq });
    },
    search: createWorkflowSearch(database),
    ofSeqs: (seqs) => bySeqs.all({ seqs: JSON.stringify(seqs) }).flatMap((row) => toWorkflow(row) ?? []),
    count: (accountId) => count.get({ accountId })?.count ?? 0,
  };
}
