import type { Outcome, Refusal } from "../refusal.ts";
import type { Store } from "../store/store.ts";

/** Do the work in one transaction. A refusal undoes whatever was written before it. */
export function attempt<Value>(store: Store, work: () => Outcome<Value>): Outcome<Value> {
  return refusing(() => store.transaction(() => orThrow(work())));
}

/** Do the work, keep its answer, and undo everything that it wrote: what would be. */
export function rehearse<Value>(store: Store, work: () => Outcome<Value>): Outcome<Value> {
  return store.rehearse(work);
}

class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`Refused: ${refusal.reason}.`);
    this.refusal = refusal;
  }
}

function orThrow<Value>(outcome: Outcome<Value>): Outcome<Value> {
  if (!outcome.ok) throw new Refused(outcome);
  return outcome;
}

function refusing<Value>(work: () => Outcome<Value>): Outcome<Value> {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
