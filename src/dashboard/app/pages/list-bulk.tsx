import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { isReleasable, type Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { balanceQuery } from "#dashboard/api/balance-query.ts";
import type { ListFilter } from "#dashboard/api/list-filter.ts";
import type { ListRow } from "#dashboard/api/list-row.ts";
import { BulkReceipt } from "#dashboard/display/bulk-receipt.tsx";
import { BulkBar } from "#dashboard/features/bulk-actions/bulk-bar.tsx";
import { BulkDialog } from "#dashboard/features/bulk-actions/bulk-dialog.tsx";
import { type BulkKind, planBulk } from "#dashboard/features/bulk-actions/bulk-plan.ts";
import { planMedia } from "#dashboard/features/bulk-actions/export-media.ts";
import {
  type ExportFormat,
  saveJson,
  saveTable,
  toJson,
  toRecord,
} from "#dashboard/features/bulk-actions/export-workflows.ts";
import { MediaDialog } from "#dashboard/features/bulk-actions/media-dialog.tsx";
import { BulkReleaseDialog } from "#dashboard/features/release/bulk-release-dialog.tsx";
import { planDesk } from "#dashboard/features/release/desk-plan.ts";
import { releaser } from "#dashboard/features/release/release-many.ts";
import { recordOfRelease, sayRelease } from "#dashboard/features/release/release-record.ts";
import { ReleaseSums } from "#dashboard/features/release/release-sums.tsx";
import type { Selection } from "#dashboard/ui/use-selection.ts";
import { doer, type ListBulk, toBulkItem } from "./list-bulk-doer.ts";
import { useBulkReading } from "./use-bulk-reading.ts";
import { type LoadAll, useSelectAll } from "./use-select-all.ts";

type Props = LoadAll & {
  rows: readonly ListRow[];
  filter: ListFilter;
  selection: Selection;
  bulk: ListBulk;
  /** Says which action the receipt will be of. */
  onStart: (kind: BulkKind) => void;
};

/** What is asked before an action: for a release and for media after the workflows were read whole. */
type Asking =
  | { kind: Exclude<BulkKind, "release"> }
  | { kind: "release"; workflows: Workflow[]; leftOut: number }
  | { kind: "media"; workflows: Workflow[] };

/** The actions on the selected rows of the list: what each will do is said first, then it is done with a receipt. */
export function ListBulkActions(props: Props) {
  const { rows, filter, selection, bulk, hasMore, onStart } = props;
  const api = useApi();
  const queryClient = useQueryClient();
  const { data: balances } = useQuery(balanceQuery(api));
  const [asking, ask] = useState<Asking>();
  const selectAll = useSelectAll(props);
  // Of the choice that holds now: mature media can be hidden from another tab while the question stands.
  const media = asking?.kind === "media" ? planMedia(asking.workflows, api.hideMature) : undefined;
  const selected = useMemo(() => rows.filter(({ id }) => selection.ids.has(id)), [rows, selection.ids]);
  const reading = useBulkReading(filter, selected);
  if (selected.length === 0) return null;

  const close = () => ask(undefined);
  const askFor = (kind: BulkKind) => {
    if (kind !== "release") return ask({ kind });
    // The price is in the transactions, which no row keeps; and it is to be the one of now.
    const { items } = planBulk("release", selected);
    void reading.whole(
      items,
      "prices",
      (workflow) => workflow,
      (found) => {
        const workflows = found.filter(isReleasable);
        ask({ kind, workflows, leftOut: selected.length - workflows.length });
      },
    );
  };
  const exportAs = (format: ExportFormat) => {
    if (format === "json") return void reading.whole(selected, "workflows", toJson, saveJson);
    if (format === "csv") return void reading.whole(selected, "workflows", toRecord, saveTable);
    void reading.whole(
      selected,
      "outputs",
      (workflow) => workflow,
      (workflows) => ask({ kind: "media", workflows }),
    );
  };
  const release = (workflows: readonly Workflow[]) => {
    close();
    onStart("release");
    const byId = new Map(workflows.map((workflow) => [workflow.id, workflow]));
    const releaseOne = releaser(api, queryClient);
    bulk.start(workflows, async ({ id }) => {
      const workflow = byId.get(id);
      return workflow && releaseOne(workflow);
    });
  };
  return (
    <>
      <BulkBar
        count={selected.length}
        loaded={rows.length}
        hasMore={hasMore}
        reading={selectAll.reading ?? reading.current}
        onAll={selectAll.start}
        onAsk={askFor}
        onExport={exportAs}
        onClear={selection.clear}
      />
      {asking?.kind === "release" ? (
        <BulkReleaseDialog
          count={asking.workflows.length}
          plan={planDesk(asking.workflows, balances)}
          isLive={api.connection.kind === "hosted"}
          leftOut={asking.leftOut}
          onClose={close}
          onConfirm={() => release(asking.workflows)}
        />
      ) : media ? (
        <MediaDialog
          plan={media}
          workflows={selected.length}
          onClose={close}
          onConfirm={() => {
            close();
            void reading.media(media);
          }}
        />
      ) : asking && asking.kind !== "media" ? (
        <BulkDialog
          kind={asking.kind}
          selected={selected}
          onClose={close}
          onConfirm={(items, tag) => {
            close();
            onStart(asking.kind);
            bulk.start(items.map(toBulkItem), doer(api, queryClient, asking.kind, tag));
          }}
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
      {...(kind === "release" ? { detail: sayRelease, record: recordOfRelease } : {})}
      onClose={onClose}
    />
  );
}
