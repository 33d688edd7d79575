import type { Medium } from "#contract/blob.ts";
import type { Rating } from "#contract/mature.ts";
import type { Database } from "./database.ts";

/** `withheld` waits for a release; `blocked` is for good. */
export type BlobState = "pending" | "available" | "withheld" | "blocked";

/** A file, made by a step or uploaded. Pixels, seconds, milliseconds since 1970. */
export type StoredBlob = {
  id: string;
  accountId: number;
  workflowSeq?: number;
  stepName?: string;
  jobId?: string;
  /** `file` is none of the media, such as an archive. */
  medium: Medium | "file";
  mediaType: string;
  width?: number;
  height?: number;
  duration?: number;
  /** How the bytes are made when somebody looks; without one they are stored. Plain JSON. */
  recipe?: unknown;
  rating: Rating;
  state: BlobState;
  blockedReason?: string;
  createdAt: number;
};

export type BlobVariant = "original" | "preview";
export type BlobBytes = { mediaType: string; bytes: Uint8Array };

export type BlobStore = {
  insert(blob: StoredBlob): void;
  find(id: string): StoredBlob | undefined;
  ofWorkflows(seqs: readonly number[]): StoredBlob[];
  /** Free what a workflow withholds. */
  release(workflowSeq: number): void;
  /** Keep the bytes of a blob; bytes that are there stay. */
  keepContent(blobId: string, variant: BlobVariant, content: BlobBytes): void;
  content(blobId: string, variant: BlobVariant): BlobBytes | undefined;
};

type BlobRow = {
  id: string;
  account_id: number;
  workflow_seq: number | null;
  step_name: string | null;
  job_id: string | null;
  medium: Medium | "file";
  media_type: string;
  width: number | null;
  height: number | null;
  duration: number | null;
  recipe: string | null;
  rating: Rating;
  state: BlobState;
  blocked_reason: string | null;
  created_at: number;
};

export function createBlobStore(database: Database): BlobStore {
  const insert = database.statement(
    `INSERT INTO blob (id, account_id, workflow_seq, step_name, job_id, medium, media_type, width, height, duration,
       recipe, rating, state, blocked_reason, created_at)
     VALUES (:id, :accountId, :workflowSeq, :stepName, :jobId, :medium, :mediaType, :width, :height, :duration,
       :recipe, :rating, :state, :blockedReason, :createdAt)`,
  );
  const find = database.statement<BlobRow>("SELECT * FROM blob WHERE id = :id");
  const ofWorkflows = database.statement<BlobRow>(
    "SELECT blob.* FROM json_each(:seqs) AS wanted JOIN blob ON blob.workflow_seq = wanted.value",
  );
  const release = database.statement(
    `UPDATE blob SET state = 'available', blocked_reason = NULL
     WHERE workflow_seq = :workflowSeq AND state = 'withheld'`,
  );
  const keepContent = database.statement(
    `INSERT INTO blob_content (blob_id, variant, media_type, bytes) VALUES (:blobId, :variant, :mediaType, :bytes)
     ON CONFLICT DO NOTHING`,
  );
  const content = database.statement<{ media_type: string; bytes: Uint8Array }>(
    "SELECT media_type, bytes FROM blob_content WHERE blob_id = :blobId AND variant = :variant",
  );
  return {
    insert: (blob) => {
      insert.run({
        ...blob,
        workflowSeq: blob.workflowSeq ?? null,
        stepName: blob.stepName ?? null,
        jobId: blob.jobId ?? null,
        width: blob.width ?? null,
        height: blob.height ?? null,
        duration: blob.duration ?? null,
        recipe: blob.recipe === undefined ? null : JSON.stringify(blob.recipe),
        blockedReason: blob.blockedReason ?? null,
      });
    },
    find: (id) => {
      const row = find.get({ id });
      return row && toBlob(row);
    },
    ofWorkflows: (seqs) => ofWorkflows.all({ seqs: JSON.stringify(seqs) }).map(toBlob),
    release: (workflowSeq) => {
      release.run({ workflowSeq });
    },
    keepContent: (blobId, variant, { mediaType, bytes }) => {
      keepContent.run({ blobId, variant, mediaType, bytes });
    },
    content: (blobId, variant) => {
      const row = content.get({ blobId, variant });
      return row && { mediaType: row.media_type, bytes: row.bytes };
    },
  };
}

function toBlob(row: BlobRow): StoredBlob {
  return {
    id: row.id,
    accountId: row.account_id,
    workflowSeq: row.workflow_seq ?? undefined,
    stepName: row.step_name ?? undefined,
    jobId: row.job_id ?? undefined,
    medium: row.medium,
    mediaType: row.media_type,
    width: row.width ?? undefined,
    height: row.height ?? undefined,
    duration: row.duration ?? undefined,
    recipe: row.recipe === null ? undefined : JSON.parse(row.recipe),
    rating: row.rating,
    state: row.state,
    blockedReason: row.blocked_reason ?? undefined,
    createdAt: row.created_at,
  };
}
