import * as z from "zod/mini";

/*
 * What each run was quoted, kept in this browser: the workflow itself tells only what was charged. The sent body is the
 * quoted one byte for byte, so there is no room for it there.
 */

const storageKey = "baton.quoted";
const keptAtMost = 1_000;
const pricesSchema = z.array(z.tuple([z.string(), z.number()]));

/** Remember what a workflow was quoted, in Buzz. */
export function rememberQuoted(workflowId: string, total: number): void {
  try {
    const others = read().filter(([id]) => id !== workflowId);
    localStorage.setItem(storageKey, JSON.stringify([...others, [workflowId, total]].slice(-keptAtMost)));
  } catch {
    // Where nothing is kept, the detail page says only what was charged.
  }
}

/** What a workflow was quoted in this browser, in Buzz; `undefined` when nobody knows. */
export function quotedPrice(workflowId: string): number | undefined {
  try {
    return read().find(([id]) => id === workflowId)?.[1];
  } catch {
    return undefined;
  }
}

function read(): [string, number][] {
  const parsed = pricesSchema.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? "[]"));
  return parsed.success ? parsed.data : [];
}
