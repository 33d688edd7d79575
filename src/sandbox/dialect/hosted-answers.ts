import type { BlobAnswer, StepAnswer, WorkflowAnswer } from "./dialect.ts";

/** Optional members are absent where there is nothing to say: the id of a whatif, the progress of what is over. */
export function presentHostedWorkflow(workflow: WorkflowAnswer): WorkflowAnswer {
  return withoutNulls(workflow);
}

export function presentHostedStep(step: StepAnswer): StepAnswer {
  return withoutNulls({ ...step, ...(step.jobs ? { jobs: step.jobs.map(withoutNulls) } : {}) });
}

/**
 * Step types whose files are declared as the base `Blob`; only there does the server write `type`. Pictures, films and
 * sound have shapes of their own and carry none. Source: facts 1.5 #15.
 */
const plainTypes = new Set([
  "aceStepAudio",
  "comfy",
  "comfyNodepackSnapshot",
  "customComfy",
  "humanoidImageMask",
  "imageToSvg",
  "imageUpload",
  "training",
  "tryOnU",
]);

/** All that the output of a transcode tells; it is the output itself (facts 1.5 #38, 2.4). */
const transcodeMembers = ["id", "available", "url", "urlExpiresAt", "jobId"];
const plainMembers = [...transcodeMembers, "type", "nsfwLevel", "blockedReason"];

/** A file in the output of a step. */
export function presentHostedBlob(blob: BlobAnswer, stepType: string): Record<string, unknown> {
  const shown = withhold(blob);
  if (stepType === "transcode") return pick(shown, transcodeMembers);
  if (plainTypes.has(stepType)) return pick(shown, plainMembers);
  const { type: _, ...rest } = shown;
  return rest;
}

/** A file by itself is a base `Blob`: it says its type, and neither size nor preview. */
export function presentPlainBlob(blob: BlobAnswer): BlobAnswer {
  return { id: blob.id, available: blob.available, ...pick(blob, plainMembers) };
}

/**
 * The two forms that were seen of a file without a link (facts 4): rated r it is said to be available, with the rating
 * as the only sign; above that, and where it is blocked, it is not available, its `url` is null and a reason is given.
 */
function withhold(blob: BlobAnswer): BlobAnswer {
  const { blockedReason, ...rest } = blob;
  if (blockedReason === undefined) return blob;
  if (blockedReason === "MatureContent" && blob.nsfwLevel === "r") return { ...rest, available: true };
  return { ...blob, url: null };
}

function pick(blob: BlobAnswer, members: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(blob).filter(([member]) => members.includes(member)));
}

function withoutNulls<Value extends object>(value: Value): Value {
  // Members that may be null may be absent as well: that is what the schemas' `nullish` says.
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null)) as Value;
}
