/** A draft that this tab alone writes. `taken` resolves when another tab takes it over. */
export type HeldDraft = { release: () => void; taken: Promise<void> };

/** How long a lock is waited for. */
const waitMs = 200;

/**
 * Hold a draft, so that two tabs never write the same one: `undefined` when another tab has it, unless it is taken over.
 * A browser without locks lets every tab have it.
 */
export function holdDraft(id: string, isTakeover = false): Promise<HeldDraft | undefined> {
  if (!("locks" in navigator)) return Promise.resolve({ release: () => {}, taken: new Promise(() => {}) });
  return new Promise((resolve) => {
    let release = () => {};
    const untilReleased = new Promise<void>((end) => {
      release = end;
    });
    const request = navigator.locks.request(
      `baton-draft-${id}`,
      // A page that is just being left gives its lock back a moment later.
      isTakeover ? { steal: true } : { signal: AbortSignal.timeout(waitMs) },
      () => {
        resolve({ release, taken });
        return untilReleased;
      },
    );
    // The request is rejected when nobody gives the lock back in time, and when another tab steals it later.
    const taken = new Promise<void>((tell) => {
      request.catch(() => {
        resolve(undefined);
        tell();
      });
    });
  });
}
