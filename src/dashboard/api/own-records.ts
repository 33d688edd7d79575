/**
 * Members of a workflow's metadata that tell what happened to this one workflow: its releases, its review, and its place
 * in a grid. A copy starts without them. It would stand reviewed that nobody looked at, and its release would be taken
 * for one that is noted already.
 */
const ownRecords: readonly string[] = ["releases", "review", "matrix"];

/** The metadata that a copy of a workflow starts with. */
export function withoutOwnRecords(metadata: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(metadata).filter(([name]) => !ownRecords.includes(name)));
}
