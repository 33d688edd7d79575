import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/*
 * Parts whose code comes when they are first drawn. A part that is first drawn without a network could not come at all,
 * and would take the page with it: so all of them are fetched once the page has nothing better to do.
 */

type Load = () => Promise<unknown>;

const waiting: Load[] = [];
let isIdle = false;

/** A component whose code comes when it is drawn, or earlier when the page is idle. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  if (isIdle) inIdleTime(() => fetchEarly(load));
  else waiting.push(load);
  return lazy(async () => ({ default: await load() }));
}

/**
 * Fetch the code of all parts and these others, and from now on of each new part. One at a time, each when the browser
 * has time again: all at once they would hold up what is pressed just then.
 */
export function loadAhead(others: readonly Load[]): void {
  isIdle = true;
  const loads = [...waiting.splice(0), ...others];
  const loadNext = () => {
    const load = loads.shift();
    if (!load) return;
    fetchEarly(load);
    inIdleTime(loadNext);
  };
  loadNext();
}

/** The pictures of what is on the screen come before anything that is not. */
const settledMs = 1_000;

/** Run something once the page has settled, is looked at and the browser has time. Answers what calls it off. */
export function whenIdle(work: () => void): () => void {
  const calledOff = new AbortController();
  const { signal } = calledOff;
  const timer = setTimeout(() => inIdleTime(work, signal), settledMs);
  signal.addEventListener("abort", () => clearTimeout(timer));
  return () => calledOff.abort();
}

function inIdleTime(work: () => void, signal?: AbortSignal): void {
  // Looked at last: the tab can have been left while the browser had no time.
  const look = () => whenLookedAt(work, signal);
  if (typeof requestIdleCallback !== "function") {
    look();
    return;
  }
  const handle = requestIdleCallback(look);
  signal?.addEventListener("abort", () => cancelIdleCallback(handle));
}

/** A tab that nobody looks at asks for nothing. */
function whenLookedAt(work: () => void, signal: AbortSignal | undefined): void {
  if (document.visibilityState !== "hidden") {
    work();
    return;
  }
  const look = () => {
    if (document.visibilityState === "hidden") return;
    document.removeEventListener("visibilitychange", look);
    work();
  };
  document.addEventListener("visibilitychange", look, signal ? { signal } : {});
}

/** Fetch a part before it is drawn. */
export function fetchEarly(load: Load): void {
  // Where it fails, it is asked for again when it is drawn.
  load().catch(() => {});
}
