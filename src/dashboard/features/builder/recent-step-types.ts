import * as z from "zod/mini";

/*
 * The step types that were added last in this browser, the latest first: most chains are made of the same few.
 */

const storageKey = "baton.recent-step-types";
const keptAtMost = 4;
const typesSchema = z.array(z.string());

/** The step types that were added last; none where nothing can be kept. */
export function readRecent(): string[] {
  try {
    return typesSchema.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? "[]")).data ?? [];
  } catch {
    return [];
  }
}

/** Put a step type in front. */
export function noteRecent(type: string): void {
  const next = [type, ...readRecent().filter((one) => one !== type)].slice(0, keptAtMost);
  try {
    localStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // Then nothing is remembered.
  }
}
