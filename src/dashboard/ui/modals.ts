/*
 * The modal windows that are open, in the order in which they were opened. They cover the page: nothing on it can be
 * pressed, hardly read, nor heard of by a screen reader.
 */

let open: readonly HTMLElement[] = [];
let waiting: (() => void)[] = [];

/** A modal window opens. Answers what tells that it is gone. */
export function enterModal(modal: HTMLElement): () => void {
  open = [...open, modal];
  return () => {
    open = open.filter((one) => one !== modal);
    // Where one gives way to the next, the page stays covered.
    queueMicrotask(uncover);
  };
}

/** The modal window in front of everything else; `undefined` while none covers the page. */
export function frontModal(): HTMLElement | undefined {
  return open.at(-1);
}

/** Do it now, or as soon as no modal window covers the page. */
export function whenUncovered(work: () => void): void {
  if (open.length === 0) work();
  else waiting.push(work);
}

function uncover(): void {
  if (open.length > 0) return;
  const works = waiting;
  waiting = [];
  for (const work of works) work();
}
