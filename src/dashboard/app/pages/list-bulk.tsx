import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { addWorkflowTag, removeWorkflowTag } from "#contract/tag-operations.ts";
import type { Workflow } from "#contract/workflow.ts";
import { type Api, useApi } from "#dashboard/api/api.ts";
import { balanceQuery } from "#dashboard/api/balance-query.ts";
import type { BulkState } from "#dashboard/api/use-bulk-run.ts";
import { changeWorkflow, removeWorkflow } from "#dashboard/api/workflow-mutations.ts";
import { BulkReceipt } from "#dashboard/display/bulk-receipt.tsx";
import { BulkBar } from "#dashboard/features/bulk-actions/bulk-bar.tsx";
import { BulkDialog, type PlainKind } from "#dashboard/features/bulk-actions/bulk-dialog.tsx";
import { type BulkKind, planBulk } from "#dashboard/features/bulk-actions/bulk-plan.ts";
import { type ExportFormat, exportWorkflows } from "#dashboard/features/bulk-actions/export-workflows.ts";
import { BulkReleaseDialog } from "#dashboard/features/release/bulk-release-dialog.tsx";
import { planDesk } from "#dashboard/features/release/desk-plan.ts";
import { type ReleaseResult, releaser } from "#dashboard/features/release/release-many.ts";
import { ReleaseSums } from "#dashboard/features/release/release-sums.tsx";
import { toast } from "#dashboard/ui/toast.ts";
import type { Selection } from "#dashboard/ui/use-selection.ts";

type ListBulk = BulkState<Workflow, ReleaseResult | undefined>;

type Props = {
  rows: readonly Workflow[];
  selection: Selection;
  bulk: ListBulk;
  hasMore: boolean;
  isLoadingMore: boolean;
  onLoadMore: () => void;
  /** Says which action the receipt will be of. */
  onStart: (kind: BulkKind) => void;
};

/** More than this is not selected by one press. */
const selectAtMost = 5_000;

/** The actions on the selected rows of the list: what each will do is said first, then it is done with a receipt. */
export function ListBulkActions({ rows, selection, bulk, hasMore, isLoadingMore, onLoadMore, onStart }: Props) {
  const api = useApi();
  const queryClient = useQueryClient();
  const { data: balances } = useQuery(balanceQuery(api));
  const [asking, ask] = useState<BulkKind>();
  const [isReadingAll, readAll] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const selected = rows.filter(({ id }) => selection.ids.has(id ?? ""));
  const goesOn = isReadingAll && hasMore && rows.length < selectAtMost;
  useEffect(() => {
    if (!isReadingAll) return;
    if (goesOn && !isLoadingMore) onLoadMore();
    if (goesOn) return;
    readAll(false);
    selection.set(rows.map(({ id }) => id ?? ""));
  }, [isReadingAll, goesOn, isLoadingMore, onLoadMore, rows, selection.set]);

  const start = (kind: BulkKind, items: readonly Workflow[], tag = "") => {
    ask(undefined);
    onStart(kind);
    bulk.start(items, kind === "release" ? releaser(api, queryClient) : doer(api, kind, tag));
  };
  const save = async (format: ExportFormat) => {
    setExporting(true);
    try {
      await exportWorkflows(format, selected, api.hideMature);
      toast({ title: `${selected.length} exported` });
    } catch (error) {
      toast({
        title: "Nothing was exported",
        description: error instanceof Error ? error.message : "",
        tone: "danger",
      });
    } finally {
      setExporting(false);
    }
  };
  if (selected.length === 0) return null;
  const toRelease = planBulk("release", selected);
  const plan = planDesk(toRelease.items, balances);
  return (
    <>
      <BulkBar
        count={selected.length}
        loaded={rows.length}
        hasMore={hasMore}
        isReadingAll={isReadingAll}
        onAll={() => readAll(true)}
        onAsk={ask}
        onExport={(format) => void save(format)}
        isExporting={isExporting}
        onClear={selection.clear}
      />
      {asking === "release" ? (
        <BulkReleaseDialog
          count={toRelease.items.length}
          plan={plan}
          isLive={api.connection.kind === "hosted"}
          leftOut={toRelease.leftOut}
          onClose={() => ask(undefined)}
          onConfirm={() => start("release", toRelease.items)}
        />
      ) : asking ? (
        <BulkDialog
          kind={asking}
          selected={selected}
          onClose={() => ask(undefined)}
          onConfirm={(items, tag) => start(asking, items, tag)}
        />
      ) : null}
    </>
  );
}

/** What each action is called while it is under way, and on its receipt. */
const words: Record<BulkKind, { action: string; doneWord: string }> = {
  "add-tag": { action: "Add a tag", doneWord: "tagged" },
  "remove-tag": { action: "Remove a tag", doneWord: "untagged" },
  cancel: { action: "Cancel", doneWord: "canceled" },
  delete: { action: "Delete", doneWord: "deleted" },
  release: { action: "Release", doneWord: "released" },
};

/** The receipt of a bulk action, in place of the list. */
export function ListBulkReceipt({ bulk, kind, onClose }: { bulk: ListBulk; kind: BulkKind; onClose: () => void }) {
  const results = (bulk.entries ?? []).flatMap(({ outcome }) =>
    outcome.state === "done" && outcome.value ? [outcome.value] : [],
  );
  return (
    <BulkReceipt
      bulk={bulk}
      {...words[kind]}
      sums={kind === "release" ? <ReleaseSums results={results} /> : undefined}
      onClose={onClose}
    />
  );
}

/** What does one of a bulk action. Each can be done twice without doing it twice. */
function doer(api: Api, kind: PlainKind, tag: string): (workflow: Workflow) => Promise<undefined> {
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
        return removeWorkflow(api, params.workflowId);
    }
  };
}
