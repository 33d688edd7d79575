/** A value with what it was before, and what was undone. */
export type History<Value> = { past: readonly Value[]; present: Value; future: readonly Value[]; changedAt: number };

/** Changes that follow each other within this time are one step back: a word, and not a letter. Milliseconds. */
const sameStepMs = 700;
const stepsAtMost = 200;

export function startHistory<Value>(present: Value): History<Value> {
  return { past: [], present, future: [], changedAt: Number.NEGATIVE_INFINITY };
}

/** Another value. `isOwnStep`: it can be undone by itself, however soon it came, such as an added step. */
export function record<Value>(history: History<Value>, present: Value, at: number, isOwnStep: boolean): History<Value> {
  if (Object.is(present, history.present)) return history;
  const isSameStep = !isOwnStep && at - history.changedAt < sameStepMs && history.past.length > 0;
  const past = isSameStep ? history.past : [...history.past, history.present].slice(-stepsAtMost);
  return { past, present, future: [], changedAt: isOwnStep ? Number.NEGATIVE_INFINITY : at };
}

/** One step back; the same history when there is none. */
export function undo<Value>(history: History<Value>): History<Value> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    changedAt: Number.NEGATIVE_INFINITY,
  };
}

/** One step forward again. */
export function redo<Value>(history: History<Value>): History<Value> {
  const [next, ...later] = history.future;
  if (next === undefined) return history;
  return {
    past: [...history.past, history.present],
    present: next,
    future: later,
    changedAt: Number.NEGATIVE_INFINITY,
  };
}
