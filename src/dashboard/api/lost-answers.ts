import { ApiProblem } from "./api-problem.ts";
import { isOutcomeUnknown } from "./is-outcome-unknown.ts";

/** Writes whose answer was lost, by what tells each from all others. */
const lost = new Set<string>();

/** No answer to this write came: it may have been done. */
export function noteLost(write: string): void {
  lost.add(write);
}

/** Whether an earlier try of this write may have been done, and nobody has looked since. */
export function isLost(write: string): boolean {
  return lost.has(write);
}

/** It is known what became of this write. */
export function forgetLost(write: string): void {
  lost.delete(write);
}

/**
 * Try a write that spends. Once the answer to a try was lost, a refusal of a later one (too many requests, another key)
 * says nothing of the first: what became of it stays unknown until a try succeeds.
 */
export async function tryWrite<Value>(write: string, send: () => Promise<Value>): Promise<Value> {
  try {
    const value = await send();
    forgetLost(write);
    return value;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (isOutcomeUnknown(error)) noteLost(write);
    else if (isLost(write)) throw afterLost(error);
    throw error;
  }
}

/** A refusal with all that it tells, as one that leaves open what became of the earlier try. */
function afterLost(refusal: ApiProblem): ApiProblem {
  const { status, fieldErrors, retryAfterSeconds, insufficientBuzz, isOfRelay } = refusal;
  return new ApiProblem({
    kind: "unreadable",
    title: "What became of the first try is unknown",
    detail: `Its answer was lost, and another try was refused: ${refusal.title}. ${refusal.message}`,
    isOfRelay,
    fieldErrors: Object.fromEntries(Object.entries(fieldErrors).map(([path, messages]) => [path, [...messages]])),
    ...(status === undefined ? {} : { status }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(insufficientBuzz === undefined ? {} : { insufficientBuzz }),
  });
}
