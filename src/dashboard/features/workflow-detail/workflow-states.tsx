import { Link } from "@tanstack/react-router";
import { CloudOff, SearchX } from "lucide-react";
import type { ApiProblem } from "#dashboard/api/api-problem.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { EmptyState } from "#dashboard/ui/empty-state.tsx";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";

/** The page while its workflow is read for the first time: everything has its place already. */
export function WorkflowLoading() {
  return (
    <div role="status" aria-label="Reading the workflow" className="flex flex-col gap-4">
      <h1 className="sr-only">Workflow</h1>
      <div className="flex flex-col gap-3">
        <div className="flex items-start justify-between gap-4">
          <Skeleton className="h-7 w-80 max-w-[60%]" />
          <Skeleton className="h-8 w-56 max-w-[30%]" />
        </div>
        <Skeleton className="h-5 w-140 max-w-full" />
        <Skeleton className="h-7 w-64 max-w-full" />
      </div>
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="flex flex-col gap-6">
          <Skeleton className="h-72 w-full" />
          <Skeleton className="h-40 w-full" />
          <Skeleton className="h-48 w-full" />
        </div>
        <div className="flex flex-col gap-4">
          <Skeleton className="h-56 w-full" />
          <Skeleton className="h-24 w-full" />
        </div>
      </div>
    </div>
  );
}

/** The network is gone and nothing of the workflow was read yet. */
export function WorkflowOffline() {
  return (
    <>
      <h1 className="sr-only">Workflow</h1>
      <EmptyState icon={<CloudOff />} title="Not read yet: you are offline">
        The workflow is read as soon as the network is back.
      </EmptyState>
    </>
  );
}

type FailedProps = { id: string; problem: ApiProblem; onRetry: () => void };

/** The workflow could not be read; where there is none, what may have become of it. */
export function WorkflowFailed({ id, problem, onRetry }: FailedProps) {
  if (problem.status !== 404) {
    return (
      <>
        <h1 className="font-semibold text-lg">Workflow</h1>
        <ProblemAlert problem={problem} what="The workflow was not read." onRetry={onRetry} />
      </>
    );
  }
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-3 py-10">
      <SearchX className="size-8 text-subtle" aria-hidden="true" />
      <h1 className="font-semibold text-lg">There is no such workflow here</h1>
      <p className="text-sm">
        The server knows no workflow <code className="break-all font-mono text-xs">{id}</code> in this account. It may
        be
      </p>
      <ul className="list-disc pl-5 text-muted text-sm">
        <li>deleted, here or by somebody else with this account;</li>
        <li>ephemeral: such a workflow is forgotten as soon as it is over;</li>
        <li>older than the server keeps workflows, which is 30 days;</li>
        <li>of another account or another connection than the one that is open.</li>
      </ul>
      <Link to="/workflows" className="self-start text-accent text-sm underline underline-offset-2">
        To the workflows of this account
      </Link>
    </div>
  );
}
