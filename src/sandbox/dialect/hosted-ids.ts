import { createHash } from "node:crypto";

/** Seven digits, as user ids have (facts 1.5 #18). */
const firstUserId = 8_000_000;

export function hostedUserId(accountId: number): string {
  return String(firstUserId + accountId);
}

/**
 * The user and the instant, such as `8000001-20260121222126332` (facts 1.5 #18). Of several in the same millisecond,
 * each takes the next one that is free.
 */
export function newHostedWorkflowId(accountId: number, instantMs: number, isTaken: (id: string) => boolean): string {
  for (let instant = instantMs; ; instant += 1) {
    const id = `${hostedUserId(accountId)}-${new Date(instant).toISOString().replace(/\D/g, "")}`;
    if (!isTaken(id)) return id;
  }
}

/**
 * The item and a UUID, such as `0-019be44b-181e-7a7e-ab1b-b58dc7610dca`. An id of this form was seen (facts 1.5 #18);
 * that it is a job's is our reading.
 */
export function hostedJobId(workflowId: string, stepPosition: number, item: number): string {
  const hex = createHash("sha256").update(`${workflowId}/${stepPosition}/${item}`).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(12, 15)}`,
    `a${hex.slice(15, 18)}`,
    hex.slice(18, 30),
  ];
  return [item, ...parts].join("-");
}
