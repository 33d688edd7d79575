import { getRouteApi } from "@tanstack/react-router";
import { ChartNoAxesGantt, Waypoints } from "lucide-react";
import { Suspense, useState } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { fromWorkflow, writeTemplate } from "#dashboard/features/builder/chain-template.ts";
import { WatchButton } from "#dashboard/features/notifications/watch-button.tsx";
import { CostDetails } from "#dashboard/features/quote/cost-details.tsx";
import { quotedPrice } from "#dashboard/features/quote/quoted-prices.ts";
import { WithheldBanner } from "#dashboard/features/release/withheld-banner.tsx";
import type { RenewLinks } from "#dashboard/features/workflow-detail/gallery/download-outputs.ts";
import { OutputGallery } from "#dashboard/features/workflow-detail/gallery/output-gallery.tsx";
import { FailureBanner } from "#dashboard/features/workflow-detail/header/failure-banner.tsx";
import { WorkflowHeader } from "#dashboard/features/workflow-detail/header/workflow-header.tsx";
import { MetadataSection } from "#dashboard/features/workflow-detail/record/metadata-section.tsx";
import { MoneySection } from "#dashboard/features/workflow-detail/record/money-section.tsx";
import { RecordSection } from "#dashboard/features/workflow-detail/record/record-section.tsx";
import { stepCardId } from "#dashboard/features/workflow-detail/steps/step-card.tsx";
import { StepList, type Toggled } from "#dashboard/features/workflow-detail/steps/step-list.tsx";
import { TimelineTable } from "#dashboard/features/workflow-detail/timeline/timeline-table.tsx";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";
import { lazyPart } from "#dashboard/ui/lazy-part.ts";
import { SegmentedControl } from "#dashboard/ui/segmented-control.tsx";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";

const LiveGraph = lazyPart(
  async () => (await import("#dashboard/features/workflow-detail/graph/live-graph.tsx")).LiveGraph,
);
const RunCopyDialog = lazyPart(async () => (await import("./run-copy-dialog.tsx")).RunCopyDialog);

const route = getRouteApi("/workflows/$workflowId");

type Props = { id: string; workflow: Workflow; readAt: number; onExpired: RenewLinks };

/** The parts of a workflow's page: what waits for the operator first, then what was made, then how it came about. */
export function WorkflowDetail({ id, workflow, readAt, onExpired }: Props) {
  const { view = "timeline", output, beside } = route.useSearch();
  const navigate = route.useNavigate();
  const { hideMature } = useApi();
  const [toggled, setToggled] = useState<Toggled>(new Map());
  const [isCopying, copy] = useState(false);
  const quoted = quotedPrice(id);
  const showStep = (name: string) => {
    setToggled(new Map(toggled).set(name, true));
    const card = document.getElementById(stepCardId(name));
    card?.scrollIntoView({ block: "start" });
    card?.querySelector("button")?.focus({ preventScroll: true });
  };
  return (
    <>
      <WorkflowHeader
        id={id}
        workflow={workflow}
        readAt={readAt}
        quoted={quoted}
        bodyOf={bodyOf}
        onRunCopy={() => copy(true)}
      >
        <WatchButton id={id} workflow={workflow} />
      </WorkflowHeader>
      <FailureBanner steps={workflow.steps} onChoose={showStep} />
      <WithheldBanner id={id} workflow={workflow} />
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <section aria-label="Outputs">
            <h2 className="mb-2 font-medium text-base">Outputs</h2>
            <OutputGallery
              workflow={workflow}
              hideMature={hideMature}
              open={output === undefined ? undefined : { output, beside }}
              onOpen={(open) =>
                void navigate({
                  search: ({ output: _, beside: __, ...others }) => ({
                    ...others,
                    ...(open ? { output: open.output } : {}),
                    ...(open?.beside ? { beside: open.beside } : {}),
                  }),
                  replace: output !== undefined,
                  resetScroll: false,
                })
              }
              onExpired={onExpired}
            />
          </section>
          <section aria-label="Course">
            <div className="mb-2 flex items-center justify-between gap-3">
              <h2 className="font-medium text-base">Course</h2>
              <SegmentedControl
                label="How to show the course"
                size="sm"
                value={view}
                onValueChange={(next) =>
                  void navigate({ search: (before) => ({ ...before, view: next }), replace: true, resetScroll: false })
                }
                segments={[
                  { value: "timeline", label: "Timeline", icon: <ChartNoAxesGantt /> },
                  { value: "graph", label: "Graph", icon: <Waypoints /> },
                ]}
              />
            </div>
            {view === "timeline" ? (
              <TimelineTable workflow={workflow} readAt={readAt} />
            ) : (
              <Suspense fallback={<Skeleton className="h-96 w-full" />}>
                <LiveGraph steps={workflow.steps} onChoose={showStep} />
              </Suspense>
            )}
          </section>
          <StepList workflow={workflow} toggled={toggled} onToggle={setToggled} bodyOf={bodyOf} />
          <RecordSection workflow={workflow} />
        </div>
        <aside className="flex min-w-0 flex-col gap-4">
          <MoneySection workflow={workflow} quoted={quoted}>
            {workflow.cost ? <CostDetails cost={workflow.cost} /> : null}
          </MoneySection>
          <section aria-label="Details" className="rounded-lg border border-border bg-surface px-4 py-2.5">
            <Disclosure label="Metadata">
              <MetadataSection id={id} metadata={workflow.metadata} />
            </Disclosure>
          </section>
        </aside>
      </div>
      {isCopying ? (
        <Suspense>
          <RunCopyDialog body={bodyOf(workflow) ?? {}} onClose={() => copy(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function bodyOf(workflow: Workflow): Record<string, unknown> | undefined {
  return writeTemplate(fromWorkflow(workflow));
}
