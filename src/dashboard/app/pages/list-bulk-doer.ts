import type { QueryClient } from "@tanstack/react-query";
import { addWorkflowTag, removeWorkflowTag } from "#contract/tag-operations.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Api } from "#dashboard/api/api.ts";
import type { ListRow } from "#dashboard/api/list-row.ts";
import type { BulkState } from "#dashboard/api/use-bulk-run.ts";
import { changeWorkflow, removeWorkflow } from "#dashboard/api/workflow-mutations.ts";
import type { BulkKind } from "#dashboard/features/bulk-actions/bulk-plan.ts";
import type { ReleaseResult } from "#dashboard/features/release/release-many.ts";

/** What a receipt says of a workflow: its id and its name. */
export type BulkItem = Pick<Workflow, "id" | "metadata">;
export type ListBulk = BulkState<BulkItem, ReleaseResult | undefined>;

export function toBulkItem({ id, name }: ListRow): BulkItem {
  return { id, metadata: name === undefined ? null : { name } };
}

/** What does one of a bulk action. Each can be done twice without doing it twice. */
export function doer(
  api: Api,
  client: QueryClient,
  kind: Exclude<BulkKind, "release">,
  tag: string,
): (item: BulkItem) => Promise<undefined> {
  return async ({ id }) => {
    const params = { workflowId: id ?? "" };
    switch (kind) {
      case "add-tag":
        await api.call(addWorkflowTag, { params, body: tag });
        return;
      case "remove-tag":
        await api.call(removeWorkflowTag, { params: { ...params, tag } });
        return;
      case "cancel":
        await changeWorkflow(api, params.workflowId, { status: "canceled" });
        return;
      case "delete":
        return removeWorkflow(api, client, params.workflowId);
    }
  };
}
