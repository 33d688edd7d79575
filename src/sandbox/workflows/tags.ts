import { tagsSchema } from "#contract/workflow.ts";
import { takeUp } from "../engine/live-workflow.ts";
import { done, invalid, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import { amend } from "./amend.ts";
import { attempt } from "./attempt.ts";
import { findWorkflow } from "./find.ts";

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
    const found = findWorkflow(services, account, workflowId);
    if (!found.ok) return found;
    const tags = tagsSchema.safeParse(change(found.value.tags));
    if (!tags.success) return invalid("tag", tags.error.issues.map(({ message }) => message).join(" "));
    const live = takeUp(services, found.value.seq);
    return live ? amend(services, account, live, { tags: tags.data }) : done(undefined);
  });
}
