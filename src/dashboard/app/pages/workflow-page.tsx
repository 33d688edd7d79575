import { getRouteApi, Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { isTerminal } from "#contract/status.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { faviconOf } from "#dashboard/display/status-favicon.ts";
import { TimeAgo } from "#dashboard/display/time-ago.tsx";
import { tabTitle } from "#dashboard/features/workflow-detail/header/workflow-title.ts";
import { useLiveWorkflow } from "#dashboard/features/workflow-detail/use-live-workflow.ts";
import {
  WorkflowFailed,
  WorkflowLoading,
  WorkflowOffline,
} from "#dashboard/features/workflow-detail/workflow-states.tsx";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { useFavicon } from "#dashboard/ui/use-favicon.ts";
import { useTitle } from "#dashboard/ui/use-title.ts";
import { WorkflowDetail } from "./workflow-detail.tsx";

const route = getRouteApi("/workflows/$workflowId");

/** One workflow: how it goes, what it made, what it cost, and what is withheld. */
export function WorkflowPage() {
  const { workflowId } = route.useParams();
  const workflow = useLiveWorkflow(workflowId);
  useTitle(workflow.data ? tabTitle(workflow.data) : "Workflow");
  useFavicon(workflow.data && faviconOf(workflow.data));
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-4 p-4 sm:p-6">
      <Link to="/workflows" className="inline-flex items-center gap-1 self-start text-muted text-sm hover:text-text">
        <ChevronLeft className="size-4" /> Workflows
      </Link>
      {workflow.data ? (
        <>
          {workflow.isRefetchError ? (
            <Alert
              tone="warning"
              title="This may be old"
              action={
                <Button size="sm" isBusy={workflow.isFetching} onClick={() => void workflow.refetch()}>
                  Try again
                </Button>
              }
            >
              The workflow could not be read again just now
              {isTerminal(workflow.data.status) ? "" : "; that is tried by itself"}. It was last read{" "}
              <TimeAgo at={new Date(workflow.dataUpdatedAt).toISOString()} />.
            </Alert>
          ) : null}
          <WorkflowDetail
            key={workflowId}
            id={workflowId}
            workflow={workflow.data}
            readAt={workflow.dataUpdatedAt}
            // Several frames find their links expired at once; one read renews all of them.
            onExpired={async () => (await workflow.refetch({ cancelRefetch: false })).data}
          />
        </>
      ) : workflow.error ? (
        <WorkflowFailed
          id={workflowId}
          problem={toApiProblem(workflow.error)}
          onRetry={() => void workflow.refetch()}
        />
      ) : workflow.fetchStatus === "paused" ? (
        <WorkflowOffline />
      ) : (
        <WorkflowLoading />
      )}
    </div>
  );
}
