import { isDeepStrictEqual } from "node:util";
import type { JsonPatch } from "#contract/json-patch.ts";
import { parseAsMeant } from "#contract/parse-as-meant.ts";
import { type WorkflowUpdate, workflowUpdateSchema } from "#contract/workflow.ts";
import { done, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import type { StoredWorkflow } from "../store/workflow-store.ts";
import { amend } from "./amend.ts";
import { attempt } from "./attempt.ts";
import { takeUpWorkflow } from "./find.ts";
import { invalidPatch, patchMembers } from "./patch-members.ts";

/** The same as an update, by JSON Patch over `metadata`, `tags`, `status` and `allowMatureContent`. Atomic. */
export async function patchWorkflow(
  services: Services,
  account: Account,
  workflowId: string,
  patch: JsonPatch,
): Promise<Outcome<undefined>> {
  return attempt(services.store, () => {
    const live = takeUpWorkflow(services, account, workflowId);
    if (!live.ok) return live;
    const update = updateOf(live.value.workflow, patch);
    return update.ok ? amend(services, account, live.value, update.value) : update;
  });
}

/** What the patch changes, as an update says it. */
function updateOf(workflow: StoredWorkflow, patch: JsonPatch): Outcome<WorkflowUpdate> {
  const { metadata, tags, status, allowMatureContent } = workflow;
  const before: Record<string, unknown> = { metadata, tags, status, allowMatureContent };
  const patched = patchMembers("workflow", before, patch);
  if (!patched.ok) return patched;
  const after = patched.value;
  // What an operation writes is asked for even where it is so already: to cancel twice is refused, as with PUT.
  const written = membersWritten(patch);
  const changed = Object.keys(before).filter(
    (key) => written.includes(key) || !isDeepStrictEqual(before[key], after[key]),
  );
  const update = parseAsMeant(
    workflowUpdateSchema,
    Object.fromEntries(changed.map((key) => [key, after[key] ?? emptied[key]])),
  );
  return update.success ? done(update.data) : invalidPatch(update.error);
}

/** The members that a patch writes to; a test, and what is only copied from, asks for nothing. */
function membersWritten(patch: JsonPatch): string[] {
  return patch.flatMap(({ op, path }) => (op === "test" ? [] : (path.split("/")[1] ?? [])));
}

/** What a removed member stands for; the others can't be removed. */
const emptied: Record<string, unknown> = { metadata: {}, tags: [], status: "removed", allowMatureContent: false };
