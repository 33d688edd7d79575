/** Tells who waits for a workflow that it has changed: exactly those, once, after the change is committed. */
export type Changes = {
  announce(workflowId: string): void;
  /** Resolves at the next change of the workflow, or when the signal is aborted. */
  next(workflowId: string, signal: AbortSignal): Promise<void>;
  /** How many wait now. */
  waiting(): number;
};

export function createChanges(): Changes {
  const waiters = new Map<string, Set<() => void>>();
  return {
    announce(workflowId) {
      const woken = waiters.get(workflowId);
      waiters.delete(workflowId);
      for (const wake of woken ?? []) wake();
    },
    next(workflowId, signal) {
      return new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const waiting = waiters.get(workflowId) ?? new Set();
        waiters.set(workflowId, waiting);
        const wake = () => {
          signal.removeEventListener("abort", wake);
          waiting.delete(wake);
          if (waiting.size === 0 && waiters.get(workflowId) === waiting) waiters.delete(workflowId);
          resolve();
        };
        waiting.add(wake);
        signal.addEventListener("abort", wake);
      });
    },
    waiting: () => [...waiters.values()].reduce((sum, waiting) => sum + waiting.size, 0),
  };
}
