import type { z } from "zod";
import type { workflowSchema } from "#contract/workflow.ts";
import type { Dialect } from "../dialect/dialect.ts";

/** A signed link and the instant, in ISO form, at which it ends. */
export type SignedUrl = { url: string; expiresAt: string };

/** Links to blobs, absolute as the request sees the sandbox. */
export type BlobUrls = {
  original(blobId: string): SignedUrl;
  preview(blobId: string): SignedUrl;
  /** Links of the same key are the same; without one, nobody knows. */
  key?: string;
};

/** How an answer is to be seen. */
export type View = {
  hideMatureContent: boolean;
  blobUrl: BlobUrls;
  /** Under which origin the caller sees the sandbox; nothing where nobody called. */
  origin?: string;
  dialect: Dialect;
};

/** Views of the same key see the same links and files. Without a key, nobody knows. */
export function keyOf({ hideMatureContent, blobUrl }: View): string | undefined {
  return blobUrl.key === undefined ? undefined : `${hideMatureContent} ${blobUrl.key}`;
}

/** A workflow as it stands in an answer. */
export type WorkflowAnswer = z.input<typeof workflowSchema>;

/** A workflow to be answered, and the paths of the request's step fields that no schema knows. */
export type Presented = { workflow: WorkflowAnswer; dropped: string[] };
