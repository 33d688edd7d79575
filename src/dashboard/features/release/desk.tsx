import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { accountKey, balanceQuery } from "#dashboard/api/balance-query.ts";
import { useBulkRun } from "#dashboard/api/use-bulk-run.ts";
import { removeWorkflow } from "#dashboard/api/workflow-mutations.ts";
import { workflowKeys } from "#dashboard/api/workflow-queries.ts";
import { useNow } from "#dashboard/display/now.ts";
import { countOf } from "#dashboard/display/words.ts";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { useHotkey } from "#dashboard/ui/use-hotkey.ts";
import { useSelection } from "#dashboard/ui/use-selection.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";
import { BulkReleaseDialog } from "./bulk-release-dialog.tsx";
import { DeskBar } from "./desk-bar.tsx";
import { planDesk, thatFit } from "./desk-plan.ts";
import { type DeskAction, DeskReceipt } from "./desk-receipt.tsx";
import { DeskReleaseDialog } from "./desk-release-dialog.tsx";
import { DeskRow } from "./desk-row.tsx";
import { type DeskGrouping, groupDesk } from "./group-desk.ts";
import { type ReleaseResult, releaser } from "./release-many.ts";
import { reviewOf } from "./review.ts";
import { reviewer } from "./review-many.ts";
import { useLeavingRows } from "./use-leaving-rows.ts";
import { useReleasePrices } from "./use-release-plan.ts";

type Props = {
  /** All that wait for a release. */
  all: readonly Workflow[];
  /** Those of them that are shown. */
  workflows: readonly Workflow[];
  hideMature: boolean;
  grouping: DeskGrouping;
  /** In place of the list while there is nothing on it; a receipt stays even then. */
  empty: ReactNode;
};
type Asking = { kind: "one"; workflow: Workflow } | { kind: "many" } | { kind: "delete" };

/** Everything that can be released, to be decided on one by one or together: J and K move, X selects, Enter opens. */
export function Desk({ all, workflows, hideMature, grouping, empty }: Props) {
  const api = useApi();
  const queryClient = useQueryClient();
  const { data: balances } = useQuery(balanceQuery(api));
  const nowMs = useNow();
  const groups = useMemo(() => groupDesk(workflows, grouping), [workflows, grouping]);
  const ordered = useMemo(() => groups.flatMap((group) => group.workflows), [groups]);
  const selection = useSelection(useMemo(() => ordered.map(({ id }) => id ?? ""), [ordered]));
  const priceOf = useReleasePrices(workflows);
  const [marked, mark] = useState<{ id: string | undefined; index: number }>({ id: undefined, index: 0 });
  const [asking, ask] = useState<Asking>();
  const [action, setAction] = useState<DeskAction>("Release");
  const list = useRef<HTMLDivElement>(null);
  const bulk = useBulkRun<Workflow, ReleaseResult | undefined>(() => {
    void queryClient.invalidateQueries({ queryKey: workflowKeys.all });
    void queryClient.invalidateQueries({ queryKey: accountKey });
  });

  const selected = ordered.filter(({ id }) => selection.ids.has(id ?? ""));
  const plan = planDesk(selected, balances, priceOf);
  const fitting = balances === undefined || balances === "unknown" ? [] : thatFit(ordered, balances.yellow, priceOf);
  const areReviewed = selected.length > 0 && selected.every((workflow) => reviewOf(workflow));
  const isLive = api.connection.kind === "hosted";

  const start = (kind: DeskAction, act: (workflow: Workflow) => Promise<ReleaseResult | undefined>) => {
    ask(undefined);
    setAction(kind);
    bulk.start(selected, act);
  };
  // The mark stays on its workflow when others come or go; on its place once that one is gone.
  const foundAt = ordered.findIndex(({ id }) => id === marked.id);
  const current = foundAt === -1 ? Math.min(marked.index, ordered.length - 1) : foundAt;
  const go = (by: number) => {
    const next = Math.min(ordered.length - 1, Math.max(0, current + by));
    mark({ id: ordered[next]?.id ?? undefined, index: next });
    const row = list.current?.querySelectorAll<HTMLElement>("[data-desk-row]")[next];
    row?.scrollIntoView({ block: "nearest" });
    row?.querySelector<HTMLElement>("input")?.focus({ preventScroll: true });
  };
  const isOpen = bulk.entries === undefined;
  const at = ordered[current];
  useHotkey("j", () => go(1), { isEnabled: isOpen });
  useHotkey("k", () => go(-1), { isEnabled: isOpen });
  useHotkey(
    "x",
    () => {
      if (at?.id) selection.toggle(at.id);
      go(0);
    },
    { isEnabled: isOpen },
  );
  const toggle = useStable((id: string, isReach: boolean) => {
    if (isReach) selection.reachTo(id);
    else selection.toggle(id);
  });
  const markRow = useStable((id: string) => mark({ id, index: ordered.findIndex((workflow) => workflow.id === id) }));

  /** The row that has the focus, or whose dialog has it, while it leaves. */
  const leavingFocus = useRef<string>(undefined);
  const { lookAgain } = useLeavingRows(all, {
    isQuiet: bulk.isRunning,
    onLeave: (ids) => {
      const asked = asking?.kind === "one" ? (asking.workflow.id ?? "") : undefined;
      const focused = asked ?? document.activeElement?.closest<HTMLElement>("[data-desk-row]")?.dataset.deskRow;
      if (focused === undefined || !ids.has(focused)) return;
      leavingFocus.current = focused;
      if (asked !== undefined) ask(undefined);
    },
  });
  const stay = useStable(() => go(0));
  useEffect(() => {
    if (leavingFocus.current === undefined || ordered.some(({ id }) => id === leavingFocus.current)) return;
    leavingFocus.current = undefined;
    stay();
  }, [ordered, stay]);
  const open = useStable((workflow: Workflow) => {
    ask({ kind: "one", workflow });
    void lookAgain(workflow);
  });

  if (bulk.entries) {
    return (
      <DeskReceipt
        bulk={bulk}
        action={action}
        onClose={(notDone) => {
          bulk.clear();
          selection.set(notDone);
        }}
      />
    );
  }
  if (workflows.length === 0) return empty;
  return (
    <>
      <DeskBar
        plan={plan}
        count={selected.length}
        fitCount={fitting.length}
        balances={balances}
        isLive={isLive}
        areReviewed={areReviewed}
        onFit={() => selection.set(fitting.map(({ id }) => id ?? ""))}
        onRelease={() => ask({ kind: "many" })}
        onReview={() => start(areReviewed ? "Take the mark off" : "Review", reviewer(api, !areReviewed))}
        onDelete={() => ask({ kind: "delete" })}
        onClear={selection.clear}
      />
      <div ref={list} data-scroll-restoration-id="desk" className="min-h-0 flex-1 overflow-auto bg-surface">
        {groups.map(({ title, workflows: members }) => (
          <section key={title ?? ""} aria-label={title ?? "Waiting for a release"}>
            {title === undefined ? null : (
              <h2 className="border-border border-b bg-canvas px-4 py-1.5 font-medium text-sm">
                {title} <span className="text-muted">{members.length}</span>
              </h2>
            )}
            <ol aria-label={title ?? "Waiting for a release"}>
              {members.map((workflow) => (
                <DeskRow
                  key={workflow.id}
                  workflow={workflow}
                  price={priceOf(workflow)}
                  hideMature={hideMature}
                  isCurrent={workflow === at}
                  isSelected={selection.ids.has(workflow.id ?? "")}
                  nowMs={nowMs}
                  onMark={markRow}
                  onToggle={toggle}
                  onOpen={open}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {asking?.kind === "one" ? (
        // As the list tells it now: its price may change while it is looked at.
        <DeskReleaseDialog
          workflow={ordered.find(({ id }) => id === asking.workflow.id) ?? asking.workflow}
          onClose={() => ask(undefined)}
        />
      ) : null}
      {asking?.kind === "many" ? (
        <BulkReleaseDialog
          count={selected.length}
          plan={plan}
          isLive={isLive}
          onClose={() => ask(undefined)}
          onConfirm={() => start("Release", releaser(api, queryClient, priceOf))}
        />
      ) : null}
      <ConfirmDialog
        isOpen={asking?.kind === "delete"}
        title={`Delete ${countOf(selected.length, "workflow")}`}
        description="They go from the list with their outputs, for good. What was paid for them stays paid."
        confirmLabel={`Delete ${selected.length}`}
        variant="danger"
        onClose={() => ask(undefined)}
        onConfirm={() => start("Delete", async ({ id }) => removeWorkflow(api, queryClient, id ?? ""))}
      />
    </>
  );
}
