import { useInfiniteQuery } from "@tanstack/react-query";
import type { Medium } from "#contract/blob.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { everything } from "#dashboard/api/list-filter.ts";
import { workflowListQuery } from "#dashboard/api/list-queries.ts";
import { wholeWorkflows } from "#dashboard/api/list-shape.ts";
import { BlobFrame } from "#dashboard/display/blob-frame.tsx";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { TimeAgo } from "#dashboard/display/time-ago.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { Dialog } from "#dashboard/ui/dialog.tsx";
import { EmptyState } from "#dashboard/ui/empty-state.tsx";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { pastOutputs } from "./past-outputs.ts";

type Props = {
  /** What the field takes; any medium where its document does not say. */
  medium: Medium | undefined;
  onChoose: (url: string) => void;
  onClose: () => void;
};

const mediumWords: Record<Medium, string> = { image: "picture", video: "clip", audio: "sound", model3d: "3D model" };

/** Choose a file that an earlier workflow made. What is hidden or withheld has no address, and can't be chosen. */
export function PastOutputsDialog({ medium, onChoose, onClose }: Props) {
  const api = useApi();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(
    workflowListQuery(api, everything, wholeWorkflows),
  );
  const { usable, keptBack, workflows } = pastOutputs(data?.pages.flatMap(({ items }) => items) ?? [], {
    medium,
    hideMature: api.hideMature,
  });
  const what = medium ? mediumWords[medium] : "file";
  return (
    <Dialog
      isOpen
      size="lg"
      title={`Choose a past ${what}`}
      description="What your latest workflows made, the newest first."
      onClose={onClose}
    >
      <div className="flex flex-col gap-3">
        {error ? (
          <ProblemAlert
            problem={toApiProblem(error)}
            what="The past workflows were not read."
            onRetry={() => void refetch()}
          />
        ) : null}
        {isPending && !error ? <Skeleton className="h-40 w-full" /> : null}
        {data && usable.length === 0 ? (
          <EmptyState title={`No ${what} to choose yet`}>
            {keptBack > 0
              ? "Those that there are can't be used: they are hidden or withheld."
              : `None of the latest ${workflows} workflows made one that is still there.`}
          </EmptyState>
        ) : null}
        {usable.length > 0 ? (
          <ul aria-label={`Past ${what}s`} className="grid grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] gap-3">
            {usable.map(({ key, blob, medium: made, label, createdAt, allowMatureContent, url }) => (
              <li key={key} className="flex min-w-0 flex-col gap-1">
                <BlobFrame
                  blob={blob}
                  medium={made}
                  size="desk"
                  hideMature={api.hideMature}
                  allowMatureContent={allowMatureContent}
                  label={label}
                  onExpired={() => void refetch()}
                />
                <span className="truncate text-muted text-xs" title={label}>
                  {label}
                </span>
                <span className="text-subtle text-xs">
                  <TimeAgo at={createdAt} />
                </span>
                <Button size="sm" aria-label={`Use ${label}`} onClick={() => onChoose(url)}>
                  Use
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
        <div className="flex items-center gap-3">
          {hasNextPage ? (
            <Button size="sm" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              Look further back
            </Button>
          ) : null}
          {keptBack > 0 && usable.length > 0 ? (
            <p className="text-muted text-xs">
              {keptBack} more {keptBack === 1 ? "is" : "are"} hidden or withheld.
            </p>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}
