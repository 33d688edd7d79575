import { ApiProblem, toApiProblem } from "./api-problem.ts";
import { retryDelayMs, retryRead } from "./polling.ts";

/** What became of one item of a bulk action: done, failed and why, or not tried and why. */
export type BulkOutcome<Value> =
  | { state: "done"; value: Value }
  | { state: "failed"; problem: ApiProblem }
  | { state: "skipped"; why: string };

export type BulkEntry<Item, Value> = { item: Item; outcome: BulkOutcome<Value> };

/** Thrown by an action to end the whole run: its item was not done, and those after it are not tried. */
export class BulkStop extends Error {}

export type BulkRun<Item, Value> = {
  items: readonly Item[];
  /**
   * Does one item. It is called again after a lost answer or a server failure, so doing it twice has to be doing it
   * once: all writes of a bulk action are made so.
   */
  act: (item: Item) => Promise<Value>;
  /** Aborted when the operator stops: what is under way is finished, the rest is left. */
  stop: AbortSignal;
  onOutcome: (entry: BulkEntry<Item, Value>) => void;
  wait?: (ms: number, stop: AbortSignal) => Promise<void>;
};

const triesAtMost = 4;

/**
 * Do items one after another and tell what became of each. 429 is waited out as long as the server asks; lost answers
 * and server failures are tried again three times; a network that stays away ends the run. Source: product,
 * "Workflows (list)".
 */
export async function runBulk<Item, Value>(run: BulkRun<Item, Value>): Promise<void> {
  let stopped: string | undefined;
  for (const item of run.items) {
    if (run.stop.aborted) stopped ??= "Stopped before it was its turn.";
    if (stopped !== undefined) {
      run.onOutcome({ item, outcome: { state: "skipped", why: stopped } });
      continue;
    }
    const outcome = await doOne(run, item);
    run.onOutcome({ item, outcome });
    if (outcome.state === "skipped") stopped = outcome.why;
    if (outcome.state === "failed" && outcome.problem.kind === "network") stopped = "The server could not be reached.";
  }
}

async function doOne<Item, Value>(run: BulkRun<Item, Value>, item: Item): Promise<BulkOutcome<Value>> {
  const { act, stop, wait = waitOrStop } = run;
  for (let failures = 0; ; failures += 1) {
    try {
      return { state: "done", value: await act(item) };
    } catch (error) {
      if (error instanceof BulkStop) return { state: "skipped", why: error.message };
      const problem = toApiProblem(error);
      const isLimit = error instanceof ApiProblem && error.status === 429;
      const goesOn = isLimit || (failures < triesAtMost - 1 && retryRead(failures, error));
      if (!goesOn) return { state: "failed", problem };
      await wait(retryDelayMs(Math.min(failures, 4), error), stop);
      if (stop.aborted) return { state: "failed", problem };
    }
  }
}

/** Wait so many ms, or until it is stopped. */
function waitOrStop(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stop.addEventListener("abort", end);
  });
}
