import clsx from "clsx";
import { Suspense, useDeferredValue, useMemo } from "react";
import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import type { Workflow } from "#contract/workflow.ts";
import { stepTypeName } from "#dashboard/display/words.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { EmptyState } from "#dashboard/ui/empty-state.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { JsonField } from "#dashboard/ui/json-field.tsx";
import { lazyPart } from "#dashboard/ui/lazy-part.ts";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { useStable } from "#dashboard/ui/use-stable.ts";
import type { BuilderView } from "./builder-toolbar.tsx";
import { type Chain, type ChainSettings, changeSettings, changeStep, type DraftStep } from "./chain.ts";
import { ChainList } from "./chain-list.tsx";
import { StepForm } from "./form/step-form.tsx";
import { JsonView } from "./json-view.tsx";
import { MarkedBar } from "./marked-bar.tsx";
import { Palette } from "./palette.tsx";
import { copyOfSteps } from "./paste-steps.ts";
import { SettingsPanel } from "./settings-panel.tsx";
import type { StepProblems } from "./step-problems.ts";
import { StepSettings } from "./step-settings.tsx";
import { useCopy } from "./use-copy.ts";
import { useMarkedSteps } from "./use-marked-steps.ts";
import { useStepActions } from "./use-step-actions.ts";
import { useStepScope } from "./use-step-scope.ts";

export type BuilderProps = {
  chain: Chain;
  onChange: (change: (chain: Chain) => Chain) => void;
  catalogue: Catalogue;
  problems: readonly StepProblems[];
  /** What the server said of fields, by their names in the request. */
  errors: Readonly<Record<string, readonly string[]>>;
  knownTags: readonly string[];
  view: BuilderView;
  /** The step whose form shows; the first one where there is no such step. */
  selectedKey: string | undefined;
  onSelect: (key: string) => void;
  /** The workflow that the chain was made from: its outputs show beside the references to them. */
  past?: Workflow | undefined;
};

const ChainGraph = lazyPart(async () => (await import("./graph/chain-graph.tsx")).ChainGraph);

/** The workbench: palette, chain and settings, and the form of the selected step. */
export function Builder({
  chain,
  onChange,
  catalogue,
  problems,
  errors,
  knownTags,
  view,
  selectedKey,
  onSelect: select,
  past,
}: BuilderProps) {
  const index = chain.steps.findIndex(({ key }) => key === selectedKey);
  const selected = chain.steps[index] ?? chain.steps[0];
  const stepType = catalogue.stepTypes.find(({ type }) => type === selected?.type);
  const at = selected ? chain.steps.indexOf(selected) : -1;

  const problemCounts = useMemo(() => problems.map((ofStep) => Object.keys(ofStep).length), [problems]);
  // What is typed shows at once in its form; the rest of the workbench follows a moment later.
  const calmChain = useDeferredValue(chain);

  const scope = useStepScope({
    ...{ chain, calmChain, step: selected, catalogue, problems: problems[at], past, onChange },
  });
  const changeSelected = useStable((change: Partial<DraftStep>) => {
    if (selected) onChange((now) => changeStep(now, selected.key, change));
  });
  const changeInput = useStable((input: unknown) => changeSelected({ input }));
  const changeWorkflow = useStable((change: Partial<ChainSettings>) => onChange((now) => changeSettings(now, change)));
  const actions = useStepActions({ chain, onChange, catalogue, select });
  const marks = useMarkedSteps(chain.steps);
  const removeMarked = () => {
    actions.remove(marks.marked.map(({ key }) => key));
    marks.clear();
  };
  const selectAlone = useStable((key: string) => {
    select(key);
    marks.clear();
  });
  const mark = useStable((key: string) => marks.toggle(key, selected?.key));
  const reach = useStable((key: string) => marks.reachTo(key, selected?.key));
  const copyOne = useStable((key: string) => void actions.copy([key]));
  const removeOne = useStable((key: string) => actions.remove([key]));
  useCopy(() => (marks.marked.length > 0 ? copyOfSteps(marks.marked, chain) : undefined));

  return (
    <div
      className={clsx(
        "relative flex min-h-0 min-w-0 flex-1 max-md:block max-md:overflow-auto",
        view !== "list" && "md:contents",
      )}
    >
      <section
        aria-label="Step types"
        className="contain-content flex min-h-0 flex-col border-border bg-surface max-md:border-b md:row-span-2 md:w-56 md:border-r"
      >
        <Palette stepTypes={catalogue.stepTypes} onAdd={actions.add} isFolded={chain.steps.length > 0} />
      </section>
      <div
        className={clsx(
          "contain-content flex min-w-0 flex-1 flex-col gap-6 p-4 md:row-span-2 md:min-h-0 md:overflow-auto",
          view === "list" && "md:w-80",
        )}
      >
        <section
          aria-label="Chain"
          className={view === "list" ? undefined : "h-[28rem] shrink-0 md:h-[calc(100%-3rem)]"}
        >
          <MarkedBar
            count={view === "json" ? 0 : marks.marked.length}
            onCopy={() => void actions.copy(marks.marked.map(({ key }) => key))}
            onDuplicate={() => actions.duplicateAll(marks.marked)}
            onRemove={removeMarked}
            onClear={marks.clear}
          />
          {view === "json" ? (
            <JsonView chain={chain} catalogue={catalogue} problems={problems} onChange={onChange} />
          ) : chain.steps.length === 0 ? (
            <EmptyState
              title="Nothing in the chain yet"
              className="rounded-lg border border-border-strong border-dashed"
            >
              Pick a step type. Its output can feed the steps after it.
            </EmptyState>
          ) : view === "graph" ? (
            <Suspense fallback={<Skeleton className="h-full w-full" />}>
              <ChainGraph
                chain={calmChain}
                catalogue={catalogue}
                selectedKey={selected?.key}
                problems={problems}
                markedKeys={marks.keys}
                onSelect={select}
                onMark={marks.set}
                onChange={onChange}
                onRemove={actions.remove}
              />
            </Suspense>
          ) : (
            <ChainList
              chain={calmChain}
              selectedKey={selected?.key}
              problemCounts={problemCounts}
              markedKeys={marks.keys}
              onSelect={selectAlone}
              onMark={mark}
              onReach={reach}
              onRename={actions.rename}
              onMove={actions.move}
              onCopy={copyOne}
              onDuplicate={actions.duplicate}
              onRemove={removeOne}
            />
          )}
        </section>
        <section
          aria-label="Workflow settings"
          data-workflow-settings
          tabIndex={-1}
          className="rounded-lg border border-border bg-surface p-4"
        >
          <h2 className="mb-3 font-medium text-base">Workflow</h2>
          <SettingsPanel settings={chain.settings} onChange={changeWorkflow} errors={errors} knownTags={knownTags} />
        </section>
      </div>
      <section
        aria-label={selected ? `Form of ${selected.name}` : "Form"}
        data-step-form
        tabIndex={-1}
        className="contain-content min-w-0 border-border bg-surface p-4 max-md:border-t md:min-h-0 md:min-w-80 md:flex-1 md:overflow-auto md:border-l"
      >
        {selected ? (
          <>
            <h2 className="font-medium text-base">{selected.name}</h2>
            <p className="mb-4 text-muted text-sm">{stepType?.description ?? stepTypeName(selected.type)}</p>
            {problems[at]?.[""] ? <Alert tone="danger" title={problems[at]?.[""]} className="mb-4" /> : null}
            {stepType ? (
              <StepForm
                key={selected.key}
                stepType={stepType}
                input={selected.input}
                onChange={changeInput}
                scope={scope}
              />
            ) : (
              <Field label="Input" help="This server does not say what the input of this step type holds.">
                <JsonField key={selected.key} value={selected.input} onChange={changeInput} />
              </Field>
            )}
            <StepSettings
              priority={selected.priority}
              retries={selected.retries}
              timeout={selected.timeout}
              onChange={changeSelected}
              errorAt={scope.errorAt}
            />
          </>
        ) : (
          <p className="text-muted text-sm">The form of the selected step shows here.</p>
        )}
      </section>
    </div>
  );
}
