import type { ApiProblem } from "./api-problem.ts";

/**
 * Whether a write that failed may have been done all the same: no answer came, the server failed midway, or its answer
 * made no sense. Only a refusal tells that nothing was done.
 */
export function isOutcomeUnknown({ kind }: Pick<ApiProblem, "kind">): boolean {
  return kind !== "refused";
}
