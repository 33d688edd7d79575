import { tagsSchema } from "#contract/workflow.ts";
import { invalid, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import { amend } from "./amend.ts";
import { attempt } from "./attempt.ts";
import { takeUpWorkflow } from "./find.ts";

/** Add a tag; adding one twice is adding it once. Refuses the eleventh. */
export function addTag(services: Services, account: Account, workflowId: string, tag: string): Outcome<undefined> {
  return changeTags(services, account, workflowId, (tags) => (tags.includes(tag) ? tags : [...tags, tag]));
}

/** Remove a tag; one that is not there is gone already. */
export function removeTag(services: Services, account: Account, workflowId: string, tag: string): Outcome<undefined> {
  return changeTags(services, account, workflowId, (tags) => tags.filter((one) => one !== tag));
}

export function removeAllTags(services: Services, account: Account, workflowId: string): Outcome<undefined> {
  return changeTags(services, account, workflowId, () => []);
}

function changeTags(
  services: Services,
  account: Account,
  workflowId: string,
  change: (tags: string[]) => string[],
): Outcome<undefined> {
  return attempt(services.store, () => {
    const live = takeUpWorkflow(services, account, workflowId);
    if (!live.ok) return live;
    const tags = tagsSchema.safeParse(change(live.value.workflow.tags));
    if (!tags.success) return invalid("tag", tags.error.issues.map(({ message }) => message).join(" "));
    return amend(services, account, live.value, { tags: tags.data });
  });
}
