import { getRouteApi, Link } from "@tanstack/react-router";
import { Inbox } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { releasable } from "#dashboard/api/list-filter.ts";
import { wholeWorkflows } from "#dashboard/api/list-shape.ts";
import { useLiveList } from "#dashboard/api/use-live-list.ts";
import { MayBeOld, NewOnes } from "#dashboard/display/list-news.tsx";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { countNumber, workflowName } from "#dashboard/display/words.ts";
import { Desk } from "#dashboard/features/release/desk.tsx";
import { reviewOf } from "#dashboard/features/release/review.ts";
import { useTypedText } from "#dashboard/features/workflow-list/use-typed-text.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { EmptyState } from "#dashboard/ui/empty-state.tsx";
import { linkLook } from "#dashboard/ui/link-look.ts";
import { Select } from "#dashboard/ui/select.tsx";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { useHotkey } from "#dashboard/ui/use-hotkey.ts";
import { useTitle } from "#dashboard/ui/use-title.ts";

const route = getRouteApi("/release");

/** How many workflows are looked at before the operator is asked whether to go on. */
const lookedAtMost = 5_000;

/** Every workflow whose output waits for a release. */
export function ReleasePage() {
  const { group = "none", reviewed = false, q = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const { hideMature } = useApi();
  const list = useLiveList(releasable, wholeWorkflows);
  const { hasMore, isLoadingMore, moreError, loadMore, lookedAt } = list;
  const goesOn = hasMore && !isLoadingMore && !moreError && lookedAt < lookedAtMost;
  // The desk is about all of them: pages are read until the list ends, or it becomes a long search.
  useEffect(() => {
    if (goesOn) loadMore();
  });
  const waiting = useMemo(() => list.rows.filter((workflow) => !reviewOf(workflow)), [list.rows]);
  const shown = useMemo(
    () => (reviewed ? list.rows : waiting).filter((one) => isCalled(one, q)),
    [reviewed, list.rows, waiting, q],
  );
  // Those that were reviewed elsewhere are not waiting; what comes while one decides is told, and stays out until asked.
  const newCount = list.fresh.filter((workflow) => !reviewOf(workflow)).length;
  const [typed, type] = useTypedText(q, (text) => change({ q: text || undefined }));
  const find = useRef<HTMLInputElement>(null);
  useHotkey("/", () => find.current?.focus());
  const reviewedCount = list.rows.length - waiting.length;
  // A desk that was not read is not an empty one.
  const isUnknown = list.isLoading || list.error !== null;
  const change = (members: { q?: string | undefined; reviewed?: true | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...members }), replace: true });
  useTitle(`Release desk${waiting.length > 0 ? ` (${waiting.length})` : ""}`);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-3 px-3 py-3 sm:px-4">
        <h1 className="font-semibold text-lg">Release desk</h1>
        <p role="status" className="text-muted text-sm">
          {isUnknown ? "" : `${waiting.length} to decide on, looked at ${countNumber(lookedAt)}`}
        </p>
        <NewOnes count={newCount} announcement={`${newCount} new to decide on`} onShow={list.showFresh} />
        <span className="ml-auto flex flex-wrap items-center gap-3">
          <span className="w-44">
            <TextField
              ref={find}
              type="search"
              aria-label="Find by name or tag"
              placeholder="Name or tag"
              value={typed}
              onValueChange={type}
            />
          </span>
          <Checkbox
            label={isUnknown ? "Show reviewed" : `Show reviewed (${reviewedCount})`}
            checked={reviewed}
            onCheckedChange={(isOn) => change({ reviewed: isOn || undefined })}
          />
          <span className="w-40">
            <Select
              aria-label="Group by"
              size="sm"
              value={group}
              options={[
                { value: "none", label: "Not grouped" },
                { value: "tag", label: "By tag" },
                { value: "template", label: "By template" },
              ]}
              onValueChange={(next) =>
                void navigate({ search: (before) => ({ ...before, group: next }), replace: true })
              }
            />
          </span>
        </span>
      </div>
      {list.isStale ? <MayBeOld /> : null}
      {list.isLoading ? (
        <div className="flex flex-col gap-3 p-4" role="status" aria-label="Reading what is withheld">
          {[0, 1, 2, 3].map((index) => (
            <Skeleton key={index} className="h-28 w-full" />
          ))}
        </div>
      ) : list.error ? (
        <div className="p-4">
          <ProblemAlert problem={toApiProblem(list.error)} what="The desk was not read." onRetry={list.retry} />
        </div>
      ) : (
        <Desk
          all={list.rows}
          workflows={shown}
          hideMature={hideMature}
          grouping={group}
          empty={
            hasMore ? null : <NothingWithheld reviewedCount={reviewedCount} isNarrowed={q !== ""} onChange={change} />
          }
        />
      )}
      {moreError ? (
        <div className="p-4">
          <ProblemAlert problem={toApiProblem(moreError)} what="Not all were read." onRetry={loadMore} />
        </div>
      ) : hasMore && lookedAt >= lookedAtMost ? (
        <div className="border-border border-t p-3 text-center">
          <Button size="sm" isBusy={isLoadingMore} onClick={loadMore}>
            Look further back
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Whether some letters are in the name or a tag of a workflow. */
function isCalled(workflow: Workflow, letters: string): boolean {
  const wanted = letters.trim().toLowerCase();
  return [workflowName(workflow), ...(workflow.tags ?? [])].some((text) => text.toLowerCase().includes(wanted));
}

type NothingProps = {
  reviewedCount: number;
  isNarrowed: boolean;
  onChange: (members: { q?: undefined; reviewed?: true }) => void;
};

function NothingWithheld({ reviewedCount, isNarrowed, onChange }: NothingProps) {
  if (isNarrowed) {
    return (
      <EmptyState
        icon={<Inbox />}
        title="Nothing is called like that"
        action={<Button onClick={() => onChange({ q: undefined })}>Show all</Button>}
      >
        No workflow on the desk has these letters in its name or a tag.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Inbox />}
      title="Nothing is withheld"
      action={
        reviewedCount > 0 ? (
          <Button onClick={() => onChange({ reviewed: true })}>Show reviewed</Button>
        ) : (
          <Link to="/workflows" className={linkLook}>
            To the workflows
          </Link>
        )
      }
    >
      {reviewedCount > 0
        ? `${reviewedCount} ${reviewedCount === 1 ? "stays" : "stay"} withheld after a review.`
        : "Output that turns out mature in a workflow paid with blue or green waits here until you release it."}
    </EmptyState>
  );
}
