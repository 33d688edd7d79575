import { getRouteApi, Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { isTerminal } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { Duration } from "#dashboard/display/duration.tsx";
import { JsonView } from "#dashboard/display/json-view.tsx";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { TimeAgo } from "#dashboard/display/time-ago.tsx";
import { statusWord } from "#dashboard/display/words.ts";
import { WatchButton } from "#dashboard/features/notifications/watch-button.tsx";
import { quotedPrice } from "#dashboard/features/quote/quoted-prices.ts";
import { WithheldBanner } from "#dashboard/features/release/withheld-banner.tsx";
import { MetadataSection } from "#dashboard/features/workflow-detail/metadata-section.tsx";
import { MoneySection } from "#dashboard/features/workflow-detail/money-section.tsx";
import { OutputGallery } from "#dashboard/features/workflow-detail/output-gallery.tsx";
import { StepSection } from "#dashboard/features/workflow-detail/step-section.tsx";
import { TagEditor } from "#dashboard/features/workflow-detail/tag-editor.tsx";
import { useLiveWorkflow } from "#dashboard/features/workflow-detail/use-live-workflow.ts";
import { WorkflowActions } from "#dashboard/features/workflow-detail/workflow-actions.tsx";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { useTitle } from "#dashboard/ui/use-title.ts";

const route = getRouteApi("/workflows/$workflowId");

/** One workflow: how it goes, what it made, what it cost, and what is withheld. */
export function WorkflowPage() {
  const { workflowId } = route.useParams();
  const workflow = useLiveWorkflow(workflowId);
  useTitle(workflow.data ? `${nameOf(workflow.data)}, ${statusWord(workflow.data.status).toLowerCase()}` : "Workflow");
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 p-4 sm:p-6">
      <Link to="/workflows" className="inline-flex items-center gap-1 self-start text-muted text-sm hover:text-text">
        <ChevronLeft className="size-4" /> Workflows
      </Link>
      {workflow.data ? (
        <>
          {workflow.isRefetchError ? (
            <Alert tone="warning" title="This may be old">
              The workflow could not be read again just now; that is tried by itself.
            </Alert>
          ) : null}
          <Detail id={workflowId} workflow={workflow.data} onExpired={() => void workflow.refetch()} />
        </>
      ) : workflow.error ? (
        <>
          <h1 className="font-semibold text-lg">Workflow</h1>
          <ProblemAlert
            problem={toApiProblem(workflow.error)}
            what="The workflow was not read."
            onRetry={() => void workflow.refetch()}
          />
        </>
      ) : (
        <Loading />
      )}
    </div>
  );
}

function Detail({ id, workflow, onExpired }: { id: string; workflow: Workflow; onExpired: () => void }) {
  const { output } = route.useSearch();
  const navigate = route.useNavigate();
  const { hideMature } = useApi();
  return (
    <>
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <h1 className="min-w-0 flex-1 basis-64 break-words font-semibold text-xl">{nameOf(workflow)}</h1>
          <WatchButton id={id} workflow={workflow} />
          <WorkflowActions id={id} workflow={workflow} />
        </div>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-muted text-sm">
          <span role="status">
            <StatusBadge status={workflow.status} progress={progressOf(workflow)} />
          </span>
          <span>
            Created <TimeAgo at={workflow.createdAt} />
          </span>
          <span>
            Took <Duration fromAt={workflow.startedAt} toAt={workflow.completedAt} />
          </span>
          <span className="font-mono text-xs">{id}</span>
        </div>
        <TagEditor id={id} tags={workflow.tags ?? []} />
      </header>
      <WithheldBanner id={id} workflow={workflow} />
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <section aria-label="Outputs">
            <h2 className="mb-2 font-medium text-base">Outputs</h2>
            <OutputGallery
              workflow={workflow}
              hideMature={hideMature}
              openId={output}
              onOpen={(blobId) =>
                void navigate({ search: blobId === undefined ? {} : { output: blobId }, replace: output !== undefined })
              }
              onExpired={onExpired}
            />
          </section>
          <section aria-label="Steps">
            <h2 className="mb-2 font-medium text-base">Steps</h2>
            <ol className="flex flex-col gap-3">
              {workflow.steps.map((step, index) => (
                <StepSection key={step.name} step={step} index={index} />
              ))}
            </ol>
          </section>
        </div>
        <aside className="flex min-w-0 flex-col gap-4">
          <MoneySection workflow={workflow} quoted={quotedPrice(id)} />
          <section aria-label="Details" className="flex flex-col gap-2 rounded-lg border border-border bg-surface p-4">
            <Disclosure label="Metadata">
              <MetadataSection id={id} metadata={workflow.metadata} />
            </Disclosure>
            <Disclosure label="The whole workflow as JSON">
              <JsonView value={workflow} label="the workflow" />
            </Disclosure>
          </section>
        </aside>
      </div>
    </>
  );
}

function nameOf({ metadata, id }: Workflow): string {
  const name = metadata?.name;
  return typeof name === "string" && name.trim() !== "" ? name : (id ?? "Workflow");
}

function progressOf({ steps }: Workflow): number | undefined {
  const rates = steps.map((step) => (isTerminal(step.status) ? 1 : (step.estimatedProgressRate ?? 0)));
  return rates.length > 0 ? rates.reduce((sum, rate) => sum + rate, 0) / rates.length : undefined;
}

function Loading() {
  return (
    <div role="status" aria-label="Reading the workflow" className="flex flex-col gap-4">
      <h1 className="sr-only">Workflow</h1>
      <Skeleton className="h-8 w-80" />
      <Skeleton className="h-5 w-96" />
      <Skeleton className="h-64 w-full" />
      <Skeleton className="h-40 w-full" />
    </div>
  );
}
