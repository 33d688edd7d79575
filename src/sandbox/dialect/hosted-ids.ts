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
