import type { z } from "zod";
import type { Operation } from "#contract/operation.ts";
import type { Problem } from "#contract/problem.ts";
import type { stepSchema } from "#contract/step.ts";
import type { workflowSchema } from "#contract/workflow.ts";

/**
 * Where the published guide and the hosted API differ, a sandbox speaks as the one or as the other. All that depends on
 * it is asked here; nobody else compares names. Source: decisions, last sentence.
 */
export type Dialect = {
  /** The operation as this dialect offers it, which is what its document declares; `undefined` where it has none of it. */
  offer(operation: Operation): Operation | undefined;
  /** A body before its schema: what the dialect lets pass though the schema does not know it. */
  tolerate(operation: Operation, body: unknown): unknown;
  /** Whether the account's requests for this operation are counted by the rate limit. */
  isLimited(operation: Operation): boolean;
  /** How the rate limit is named in `RateLimit` and `RateLimit-Policy`. */
  limitName: string;

  /** How an account is called in ids and before an `externalId`. */
  userIdOf(accountId: number): string;
  /** An id for a workflow that is made at an instant, in milliseconds since 1970. */
  newWorkflowId(accountId: number, instantMs: number, isTaken: (id: string) => boolean): string;
  /** The id of a step's job, one per item; the same whenever it is asked for. */
  jobIdOf(workflowId: string, stepPosition: number, item: number): string;

  presentWorkflow(workflow: WorkflowAnswer): WorkflowAnswer;
  presentStep(step: StepAnswer): StepAnswer;
  /** A blob in the output of a step of this type. */
  presentBlob(blob: BlobAnswer, stepType: string): Record<string, unknown>;
  /** A blob that is an answer by itself, after an upload or a refresh. */
  presentOwnBlob<Answer extends BlobAnswer>(blob: Answer): Answer | BlobAnswer;
  /** The end of a signed link, from milliseconds since 1970, as it stands in its query. */
  writeLinkEnd(instantMs: number): string;
  /** Where a redirect leads, and with which status. */
  redirect(location: URL): { status: number; location: string };
  /** How a refusal or a failure is written. */
  writeProblem(status: number, problem: Problem): WrittenProblem;
  /** Whether the fields that were dropped are named in a header. */
  namesDroppedFields: boolean;

  /** Whether PUT on a workflow answers what it has become, or nothing. */
  answersUpdates: boolean;
  /** Whether a step's input may be rewritten while the step is `unassigned`. */
  rewritesInputs: boolean;
  /** Whether a recipe answers the workflow, or holds the connection and answers the output of the step. */
  recipesAnswer: "workflow" | "output";
  /** The longest `wait`, in seconds; more counts as this. */
  longestWaitSeconds: number;
  /** How long the proxy before the server lets a request last, in seconds; without it there is none. */
  gatewaySeconds?: number;
};

export const dialectNames = ["guide", "hosted"] as const;
export type DialectName = (typeof dialectNames)[number];

export type WorkflowAnswer = z.input<typeof workflowSchema>;
export type StepAnswer = z.input<typeof stepSchema>;
export type BlobAnswer = { id: string; available: boolean; [member: string]: unknown };
export type WrittenProblem = { status: number; mediaType: string; text: string };
