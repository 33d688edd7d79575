import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import clsx from "clsx";
import { ChevronLeft } from "lucide-react";
import { useState } from "react";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { ImportTemplateButton } from "#dashboard/features/templates/import-template-button.tsx";
import type { Template } from "#dashboard/features/templates/template.ts";
import { TemplateActions } from "#dashboard/features/templates/template-actions.tsx";
import { TemplateList } from "#dashboard/features/templates/template-list.tsx";
import { templatesQuery } from "#dashboard/features/templates/templates-query.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { EmptyState } from "#dashboard/ui/empty-state.tsx";
import { linkLook } from "#dashboard/ui/link-look.ts";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { useTitle } from "#dashboard/ui/use-title.ts";
import { FillInAndRun } from "./fill-in-and-run.tsx";

const route = getRouteApi("/templates");

/** Chains that are kept to be run again: fill in the arguments, see the price, run one or a grid. */
export function TemplatesPage() {
  useTitle("Templates");
  const { template: openId } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: templates, error, refetch } = useQuery(templatesQuery());
  const [problem, setProblem] = useState<string>();
  const open = templates?.find(({ id }) => id === openId);
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 p-4 sm:p-6">
      <div className="flex items-center gap-3">
        <h1 className="font-semibold text-xl">Templates</h1>
        <span className="ml-auto" />
        <ImportTemplateButton
          onProblem={setProblem}
          onImported={({ id }) => {
            setProblem(undefined);
            void navigate({ search: { template: id } });
          }}
        />
      </div>
      {problem ? (
        <Alert tone="danger" isAnnounced title="Not imported" onDismiss={() => setProblem(undefined)}>
          {problem}
        </Alert>
      ) : null}
      {error ? (
        <ProblemAlert
          problem={toApiProblem(error)}
          what="This browser's store of templates could not be read."
          onRetry={() => void refetch()}
        />
      ) : null}
      {!templates && !error ? <Skeleton className="h-64 w-full" /> : null}
      {templates?.length === 0 ? (
        <EmptyState
          title="No templates yet"
          action={
            <Link to="/workflows/new" className={linkLook}>
              Compose a chain
            </Link>
          }
        >
          “Save as template” in the builder keeps a chain here, to be filled in and run again with other values.
        </EmptyState>
      ) : null}
      {templates && templates.length > 0 ? (
        <div className="grid grid-cols-1 items-start gap-6 md:grid-cols-[18rem_minmax(0,1fr)]">
          <div className={clsx(open && "max-md:hidden")}>
            <TemplateList templates={templates} openId={open?.id} />
          </div>
          {open ? (
            <OpenTemplate key={open.id} template={open} />
          ) : (
            <p className="p-4 text-muted text-sm max-md:hidden">
              {openId ? "This template is gone. Choose another." : "Choose a template to fill it in."}
            </p>
          )}
        </div>
      ) : null}
    </div>
  );
}

function OpenTemplate({ template }: { template: Template }) {
  return (
    <section aria-label={template.name} className="flex min-w-0 flex-col gap-4">
      <Link
        to="/templates"
        search={{}}
        className="inline-flex items-center gap-1 self-start text-muted text-sm md:hidden"
      >
        <ChevronLeft className="size-4" /> Templates
      </Link>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <h2 className="break-words font-semibold text-lg">{template.name}</h2>
          {template.description === "" ? null : (
            <p className="whitespace-pre-line text-muted text-sm">{template.description}</p>
          )}
        </div>
        <TemplateActions template={template} />
      </div>
      <FillInAndRun body={template.body} from={template.name} />
    </section>
  );
}
