/*
 * The modal windows that are open. They cover the page: nothing on it can be pressed, and hardly be read.
 */

let openCount = 0;
let waiting: (() => void)[] = [];

/** A modal window opens. Answers what tells that it is gone. */
export function enterModal(): () => void {
  openCount += 1;
  return () => {
    openCount -= 1;
    // Where one gives way to the next, the page stays covered.
    queueMicrotask(uncover);
  };
}

/** Do it now, or as soon as no modal window covers the page. */
export function whenUncovered(work: () => void): void {
  if (openCount === 0) work();
  else waiting.push(work);
}

function uncover(): void {
  if (openCount > 0) return;
  const works = waiting;
  waiting = [];
  for (const work of works) work();
}
