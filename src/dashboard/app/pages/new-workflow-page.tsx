import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { catalogueQuery } from "#dashboard/api/catalogue-query.ts";
import { workflowQuery } from "#dashboard/api/workflow-queries.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { fromWorkflow, readTemplate } from "#dashboard/features/builder/chain-template.ts";
import { DraftElsewhere } from "#dashboard/features/builder/drafts/draft-elsewhere.tsx";
import { useOpenDraft } from "#dashboard/features/builder/drafts/use-open-draft.ts";
import type { Template } from "#dashboard/features/templates/template.ts";
import { templateQuery } from "#dashboard/features/templates/templates-query.ts";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { useTitle } from "#dashboard/ui/use-title.ts";
import { Workbench } from "./workbench.tsx";

const route = getRouteApi("/workflows/new");

/** Compose a chain, see its price, run it. */
export function NewWorkflowPage() {
  useTitle("New workflow");
  const api = useApi();
  const { from, template: templateId, draft: draftId } = route.useSearch();
  const catalogue = useQuery(catalogueQuery(api));
  const past = useQuery({ ...workflowQuery(api, from ?? ""), enabled: from !== undefined });
  const template = useQuery({ ...templateQuery(templateId ?? ""), enabled: templateId !== undefined });
  const failed = catalogue.error ?? (from ? past.error : null);
  if (failed) {
    const what = catalogue.error
      ? "The step types of this server were not read."
      : "The workflow to start from was not read.";
    return (
      <div className="p-4">
        <h1 className="mb-3 font-semibold text-lg">New workflow</h1>
        <ProblemAlert
          problem={toApiProblem(failed)}
          what={what}
          onRetry={() => void (catalogue.error ? catalogue : past).refetch()}
        />
      </div>
    );
  }
  if (!catalogue.data || (from && !past.data) || (templateId && template.isPending)) return <Loading />;
  return (
    <Drafted
      key={draftId ?? "latest"}
      catalogue={catalogue.data}
      id={draftId}
      past={from ? past.data : undefined}
      template={template.data ?? undefined}
    />
  );
}

type DraftedProps = {
  catalogue: Catalogue;
  id: string | undefined;
  /** What a new draft starts from. */
  past: Workflow | undefined;
  template: Template | undefined;
};

/** The draft that is wanted, in this tab alone; then the workbench. */
function Drafted({ catalogue, id, past, template }: DraftedProps) {
  const { connection } = useApi();
  // A past workflow is read again and again; the chain starts from what it was when the page was opened.
  const [startWith] = useState(() => (past ? fromWorkflow(past) : template && readTemplate(template.body)));
  const opened = useOpenDraft({ connectionId: connection.id, id, startWith });
  if (opened.state === "opening") return <Loading />;
  if (opened.state === "elsewhere") {
    return (
      <div className="p-4">
        <h1 className="mb-3 font-semibold text-lg">New workflow</h1>
        <DraftElsewhere {...opened} />
      </div>
    );
  }
  return (
    <Workbench key={opened.draft.id} catalogue={catalogue} draft={opened.draft} isTaken={opened.isTaken} past={past} />
  );
}

function Loading() {
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 p-4" role="status" aria-label="Reading the step types">
      <h1 className="font-semibold text-lg">New workflow</h1>
      <div className="flex flex-1 gap-4">
        <Skeleton className="h-full w-56 max-md:hidden" />
        <Skeleton className="h-full flex-1" />
        <Skeleton className="h-full flex-1 max-md:hidden" />
      </div>
    </div>
  );
}
