/** What waits for the browser to have nothing better to do waits no longer than this, in ms. */
const longestMs = 200;

/**
 * Do something once what is drawn now is on the screen and nothing else is to be done, so that nobody waits for it.
 * Answers what calls it off.
 */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  // A frame is painted after its callbacks, and before the task that one of them leaves behind.
  const frame = requestAnimationFrame(() => {
    if (typeof requestIdleCallback === "function") idle = requestIdleCallback(work, { timeout: longestMs });
    else timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    if (idle !== undefined) cancelIdleCallback(idle);
    clearTimeout(timer);
  };
}
