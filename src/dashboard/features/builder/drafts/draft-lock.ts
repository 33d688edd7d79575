/** A draft that this tab alone writes. `taken` resolves when another tab takes it over. */
export type HeldDraft = { release: () => void; taken: Promise<void> };

/** How long a lock is waited for. */
const waitMs = 500;

/**
 * What is done where another tab has the draft: give up `soon`, wait for it `patiently`, as for one that nobody else can
 * know, or `steal` it.
 */
export type Insistence = "soon" | "patiently" | "steal";

const lockOptions: Record<Insistence, () => LockOptions> = {
  // A page that is just being left gives its lock back a moment later.
  soon: () => ({ signal: AbortSignal.timeout(waitMs) }),
  patiently: () => ({}),
  steal: () => ({ steal: true }),
};

/**
 * Hold a draft, so that two tabs never write the same one: `undefined` when another tab keeps it. A browser without locks
 * lets every tab have it.
 */
export function holdDraft(id: string, insistence: Insistence = "soon"): Promise<HeldDraft | undefined> {
  if (!("locks" in navigator)) return Promise.resolve({ release: () => {}, taken: new Promise(() => {}) });
  return new Promise((resolve) => {
    let release = () => {};
    const untilReleased = new Promise<void>((end) => {
      release = end;
    });
    const request = navigator.locks.request(`baton-draft-${id}`, lockOptions[insistence](), () => {
      resolve({ release, taken });
      return untilReleased;
    });
    // The request is rejected when nobody gives the lock back in time, and when another tab steals it later.
    const taken = new Promise<void>((tell) => {
      request.catch(() => {
        resolve(undefined);
        tell();
      });
    });
  });
}
