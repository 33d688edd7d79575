import { useSyncExternalStore } from "react";

/*
 * The switch that hides mature media everywhere: on until the operator turns it off, kept between visits. It lives
 * above the connections, because it holds for all of them. Source: product, "Hide mature".
 */

const storageKey = "baton.hide-mature";
const listeners = new Set<() => void>();
let remembered: boolean | undefined;

/** Whether mature media is hidden. */
export function readHideMature(): boolean {
  if (remembered !== undefined) return remembered;
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

/** Hide mature media, or stop hiding it. */
export function setHideMature(hide: boolean): void {
  remembered = undefined;
  try {
    localStorage.setItem(storageKey, hide ? "on" : "off");
  } catch {
    // Storage is forbidden: the choice lasts as long as this page.
    remembered = hide;
  }
  for (const listener of listeners) listener();
}

/** The switch, drawn again when it is turned, in this tab or another. */
export function useHideMature(): boolean {
  return useSyncExternalStore(subscribe, readHideMature);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
