import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import clsx from "clsx";
import { useDeferredValue, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { recentTagsQuery } from "#dashboard/api/workflow-queries.ts";
import { Builder } from "#dashboard/features/builder/builder.tsx";
import { BuilderToolbar, type BuilderView } from "#dashboard/features/builder/builder-toolbar.tsx";
import type { Chain } from "#dashboard/features/builder/chain.ts";
import { toTemplate, writeTemplate } from "#dashboard/features/builder/chain-template.ts";
import type { Draft } from "#dashboard/features/builder/drafts/draft.ts";
import { useDraft } from "#dashboard/features/builder/drafts/use-draft.ts";
import { FaultList } from "#dashboard/features/builder/fault-list.tsx";
import { faultsOf } from "#dashboard/features/builder/faults.ts";
import { fixSeeds } from "#dashboard/features/builder/fix-seeds.ts";
import { chainProblems } from "#dashboard/features/builder/step-problems.ts";
import { QuotePanel } from "#dashboard/features/quote/quote-panel.tsx";
import { RunButton } from "#dashboard/features/quote/run-button.tsx";
import { RunNotices } from "#dashboard/features/quote/run-notices.tsx";
import { useQuote } from "#dashboard/features/quote/use-quote.ts";
import { useRun } from "#dashboard/features/quote/use-run.ts";
import { SaveTemplateDialog } from "#dashboard/features/templates/save-template-dialog.tsx";
import { templateBodySchema } from "#dashboard/features/templates/template.ts";
import { toast } from "#dashboard/ui/toast.ts";
import { useSameWhileEqual } from "#dashboard/ui/use-same-while-equal.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";
import { RunDialog } from "./run-dialog.tsx";

const route = getRouteApi("/workflows/new");
const noTags: readonly string[] = [];

type WorkbenchProps = { catalogue: Catalogue; draft: Draft; isTaken: boolean; past: Workflow | undefined };

/** Chain, form and quote of a draft, and what is done with it as a whole. */
export function Workbench({ catalogue, draft, isTaken, past }: WorkbenchProps) {
  const api = useApi();
  const navigate = route.useNavigate();
  const { view = "list" } = route.useSearch();
  const work = useDraft(draft, !isTaken);
  const { chain, setChain, isKept, forget } = work;
  const [asking, ask] = useState<"template" | "grid">();
  const [selectedKey, select] = useState(chain.steps[0]?.key);
  // The form of another step has to be there before one of its fields takes the focus.
  const showStep = (stepKey: string) => flushSync(() => select(stepKey));

  // Typing comes first: the body, its problems and its price follow a moment later.
  const calmChain = useDeferredValue(chain);
  const template = useMemo(() => {
    const plain = toTemplate(calmChain);
    return plain && fixSeeds(plain, calmChain, catalogue);
  }, [calmChain, catalogue]);
  const { data: recentTags = noTags } = useQuery(recentTagsQuery(api));
  const price = useQuote(template);
  const runs = useRun(
    price.quote,
    (workflow) => {
      // Another tab may have changed it since.
      if (!isTaken) forget();
      if (workflow.id) void navigate({ to: "/workflows/$workflowId", params: { workflowId: workflow.id } });
    },
    chain.settings.waitSeconds,
  );

  const [refused, unpriced] = [runs.refusal?.fieldErrors, price.problem?.fieldErrors];
  const serverErrors = useMemo(() => ({ ...refused, ...unpriced }), [refused, unpriced]);
  const problems = useSameWhileEqual(
    useMemo(() => chainProblems(calmChain, catalogue, serverErrors), [calmChain, catalogue, serverErrors]),
  );
  const isEmpty = chain.steps.length === 0;
  const change = (next: (chain: Chain) => Chain) => {
    leaveRun();
    setChain(next);
  };
  // Under its old id the server would answer with the run that may have begun, and not with what is changed now.
  const leaveRun = () => {
    if (runs.reset(chain.externalId)) work.renewId();
  };
  const undo = useStable(() => {
    leaveRun();
    work.undo();
  });
  const redo = useStable(() => {
    leaveRun();
    work.redo();
  });
  const chainNow = useStable(() => chain);
  const replace = useStable((next: Chain) => change(() => next));
  const show = useStable(
    (next: BuilderView) => void navigate({ search: (before) => ({ ...before, view: next }), replace: true }),
  );
  const openDraft = useStable((id: string) => void navigate({ search: { view, draft: id } }));
  const saveTemplate = useStable(() => ask("template"));
  const runGrid = useStable(() => ask("grid"));
  const written = asking ? templateBodySchema.safeParse(writeTemplate(chain)).data : undefined;

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-border border-b px-4 py-2">
        <h1 className="font-semibold text-lg">New workflow</h1>
        <p className="text-subtle text-xs">
          {isTaken
            ? "Another tab has taken this draft over; what you change here is not kept."
            : isKept
              ? ""
              : "This browser could not keep the draft; it lasts as long as this page."}
        </p>
        <BuilderToolbar
          isEmpty={isEmpty}
          chainNow={chainNow}
          stepTypes={catalogue.stepTypes}
          view={view}
          onView={show}
          onReplace={replace}
          canUndo={work.canUndo}
          canRedo={work.canRedo}
          onUndo={undo}
          onRedo={redo}
          onSaveTemplate={saveTemplate}
          onRunGrid={runGrid}
          draftId={draft.id}
          onOpenDraft={openDraft}
        />
      </div>
      {asking === "template" && written ? (
        <SaveTemplateDialog
          title="Save as template"
          start={{ name: chain.settings.name, body: written }}
          onClose={() => ask(undefined)}
          onSaved={({ id, name }) => {
            ask(undefined);
            toast({
              title: `“${name}” is among the templates`,
              action: { label: "Show", onPress: () => void navigate({ to: "/templates", search: { template: id } }) },
            });
          }}
        />
      ) : null}
      {asking === "grid" && written ? (
        <RunDialog
          title="Run with several values"
          description="Each combination of the arguments becomes a workflow of its own, all under one tag."
          body={written}
          onClose={() => ask(undefined)}
        />
      ) : null}
      <div
        className={clsx(
          "flex min-h-0 flex-1 max-md:flex-col",
          // A wide view gets the width: the quote then stands below the form.
          view !== "list" && "md:grid md:grid-cols-[14rem_minmax(0,1fr)_20rem] md:grid-rows-[minmax(0,1fr)_auto]",
        )}
      >
        <Builder
          chain={chain}
          onChange={change}
          catalogue={catalogue}
          problems={problems}
          errors={serverErrors}
          knownTags={recentTags}
          view={view}
          selectedKey={selectedKey}
          onSelect={select}
          past={past}
        />
        <div
          className={clsx(
            "relative border-border max-md:max-h-[60%] md:w-80 md:overflow-auto md:border-l",
            view !== "list" && "md:max-h-[45vh]",
          )}
        >
          <QuotePanel
            {...price}
            template={template}
            isEmpty={isEmpty}
            faults={<FaultList chain={calmChain} problems={problems} errors={serverErrors} onShowStep={showStep} />}
            onRetry={price.askAgain}
            run={
              <>
                {/* A draft that two tabs run is run once: this one would be answered with what the other has changed. */}
                <RunNotices {...runs} changed={isTaken ? undefined : runs.changed} />
                <RunButton
                  {...price}
                  // The body follows a moment later: until then what would be run is not what is seen.
                  isStale={price.isStale || chain !== calmChain}
                  isEmpty={isEmpty}
                  // What only looks wrong here is the server's to refuse; what it refused is counted.
                  problemCount={price.problem?.status === 400 ? faultsOf(calmChain, problems, serverErrors).length : 0}
                  isRunning={runs.isRunning}
                  isRepeat={runs.isRepeat}
                  isTaken={isTaken}
                  onRun={() => template && runs.run(template)}
                />
              </>
            }
          />
        </div>
      </div>
    </div>
  );
}
