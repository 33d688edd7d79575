/*
 * How far down a list was read, so that Back leads there. Kept for the tab.
 */

const prefix = "baton.place.";

/** The scroll offset in px at which a list was left; 0 for a new one. */
export function readPlace(key: string): number {
  try {
    return Number(sessionStorage.getItem(prefix + key) ?? 0) || 0;
  } catch {
    return 0;
  }
}

/** Remember how far down a list is read. */
export function writePlace(key: string, offsetPx: number): void {
  try {
    sessionStorage.setItem(prefix + key, String(Math.round(offsetPx)));
  } catch {
    // A full or forbidden storage costs the place and nothing else.
  }
}
