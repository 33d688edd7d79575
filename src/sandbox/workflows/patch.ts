import { isDeepStrictEqual } from "node:util";
import { isObject } from "#contract/json.ts";
import type { JsonPatch } from "#contract/json-patch.ts";
import { errorsOf } from "#contract/problem.ts";
import { type WorkflowUpdate, workflowUpdateSchema } from "#contract/workflow.ts";
import { takeUp } from "../engine/live-workflow.ts";
import { done, invalid, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import type { StoredWorkflow } from "../store/workflow-store.ts";
import { amend } from "./amend.ts";
import { applyJsonPatch } from "./apply-json-patch.ts";
import { attempt } from "./attempt.ts";
import { findWorkflow } from "./find.ts";

/** The same as an update, by JSON Patch over `metadata`, `tags`, `status` and `allowMatureContent`. Atomic. */
export async function patchWorkflow(
  services: Services,
  account: Account,
  workflowId: string,
  patch: JsonPatch,
): Promise<Outcome<undefined>> {
  return attempt(services.store, () => {
    const found = findWorkflow(services, account, workflowId);
    if (!found.ok) return found;
    const update = updateOf(found.value, patch);
    if (!update.ok) return update;
    const live = takeUp(services, found.value.seq);
    return live ? amend(services, account, live, update.value) : done(undefined);
  });
}

/** What the patch changes, as an update says it. */
function updateOf(workflow: StoredWorkflow, patch: JsonPatch): Outcome<WorkflowUpdate> {
  const { metadata, tags, status, allowMatureContent } = workflow;
  const before: Record<string, unknown> = { metadata, tags, status, allowMatureContent };
  const patched = applyJsonPatch(before, patch);
  if (!patched.ok) return invalid(`[${patched.index}]`, patched.message);
  const after = patched.document;
  if (!isObject(after)) return invalid("", "A workflow can't be replaced whole.");
  const unknown = Object.keys(after).find((key) => !(key in before));
  if (unknown !== undefined) return invalid(unknown, `"${unknown}" is no member that a patch can change.`);
  // What an operation writes is asked for even where it is so already: to cancel twice is refused, as with PUT.
  const written = membersWritten(patch);
  const changed = Object.keys(before).filter(
    (key) => written.includes(key) || !isDeepStrictEqual(before[key], after[key]),
  );
  const update = workflowUpdateSchema.safeParse(
    Object.fromEntries(changed.map((key) => [key, after[key] ?? emptied[key]])),
  );
  if (update.success) return done(update.data);
  const errors = errorsOf(update.error.issues);
  return { ok: false, reason: "invalid", detail: "The patch leads to values that are not valid.", errors };
}

/** The members that a patch writes to; a test, and what is only copied from, asks for nothing. */
function membersWritten(patch: JsonPatch): string[] {
  return patch.flatMap(({ op, path }) => (op === "test" ? [] : (path.split("/")[1] ?? [])));
}

/** What a removed member stands for; the others can't be removed. */
const emptied: Record<string, unknown> = { metadata: {}, tags: [], status: "removed", allowMatureContent: false };
