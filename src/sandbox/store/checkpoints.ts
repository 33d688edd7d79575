import { statSync } from "node:fs";
import { Worker } from "node:worker_threads";

/** Keeps the write-ahead log of a database short, while its one connection goes on working. */
export type Checkpoints = {
  afterCommit(): void;
  /** Returns when nobody but the caller has the file open. */
  stop(): void;
};

/** `state` is one number in shared memory: 1 from the order to the end of the work, else 0. */
export type CheckpointTask = { path: string; state: SharedArrayBuffer };

const commitsBetween = 8;
/** A log of so many bytes is carried over by the worker. */
const longBytes = 4_000_000;
/** A log that got so long all the same is carried over at once: the worker can't keep up with so many writes. */
const tooLongBytes = 64_000_000;
/** What carrying over takes on a busy disk. */
const oneRunMs = 500;
const longestWaitMs = 10_000;

/**
 * Carry the log over in a worker thread: it waits for the disk twice, and on a busy disk that holds up everybody else
 * for a tenth of a second. `atOnce` does it in this thread.
 */
export function createCheckpoints(path: string, atOnce: () => void): Checkpoints {
  const state = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const cell = new Int32Array(state);
  let worker: Worker | undefined;
  let commits = 0;

  function startWorker(): Worker {
    const task: CheckpointTask = { path, state };
    const started = new Worker(new URL("./checkpoint-worker.mjs", import.meta.url), { execArgv: [], workerData: task });
    // It holds no process up: what it has not done is done when the file is opened next.
    started.unref();
    started.on("error", () => {
      Atomics.store(cell, 0, 0);
      worker = undefined;
    });
    return started;
  }

  function carryOver(): void {
    const bytes = logBytes(path);
    if (bytes > tooLongBytes) {
      // Two at a time can't carry over: one that is at work is let finish, one that has not even begun is not waited for.
      Atomics.wait(cell, 0, 1, oneRunMs);
      atOnce();
      return;
    }
    if (bytes < longBytes || Atomics.load(cell, 0) === 1) return;
    worker ??= startWorker();
    Atomics.store(cell, 0, 1);
    worker.postMessage("carry over");
  }

  return {
    afterCommit() {
      commits += 1;
      if (commits % commitsBetween !== 0) return;
      try {
        carryOver();
      } catch {
        // What is committed stands, in the log, and whoever wrote it is told so. The next commits try again.
      }
    },
    stop() {
      Atomics.wait(cell, 0, 1, longestWaitMs);
      void worker?.terminate();
      worker = undefined;
    },
  };
}

function logBytes(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
