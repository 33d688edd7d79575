import * as z from "zod/mini";
import { storedValue } from "#dashboard/ui/stored-value.ts";

/*
 * The ids under which runs were sent from this browser. Each may have become a workflow, also when the page was left or
 * loaded anew before its answer came: a body that was changed since needs an id of its own, or the server answers with
 * the earlier run.
 */

const keptAtMost = 500;
const sent = storedValue(() => localStorage, "baton.sent-runs", z.array(z.string()), []);

/** A run goes out under this id. */
export function noteSent(externalId: string): void {
  sent.write([...without(externalId), externalId].slice(-keptAtMost));
}

/** The server refused it: nothing came of it. */
export function noteRefused(externalId: string): void {
  sent.write(without(externalId));
}

/** Whether a run under this id may have become a workflow. */
export function wasSent(externalId: string): boolean {
  return sent.read().includes(externalId);
}

function without(externalId: string): string[] {
  return sent.read().filter((one) => one !== externalId);
}
