import clsx from "clsx";
import { lazy, Suspense, useDeferredValue, useMemo, useState } from "react";
import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import { defaultInput } from "#contract/catalogue/resolve-node.ts";
import { useApi } from "#dashboard/api/api.ts";
import { uploadFile } from "#dashboard/api/upload.ts";
import { stepTypeName } from "#dashboard/display/words.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { EmptyState } from "#dashboard/ui/empty-state.tsx";
import { announce } from "#dashboard/ui/live-region.ts";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { toast } from "#dashboard/ui/toast.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";
import type { BuilderView } from "./builder-toolbar.tsx";
import {
  addStep,
  type Chain,
  type ChainSettings,
  changeSettings,
  changeStep,
  duplicateStep,
  moveStep,
  removeStep,
} from "./chain.ts";
import { ChainList } from "./chain-list.tsx";
import { renameStep } from "./chain-references.ts";
import { StepForm } from "./form/step-form.tsx";
import { importText } from "./import-text.ts";
import { JsonView } from "./json-view.tsx";
import { Palette } from "./palette.tsx";
import { copyOfStep, pasteSteps } from "./paste-steps.ts";
import { referenceSources } from "./reference-sources.ts";
import { addArgument, argumentsOf, freeArgumentName } from "./rest-members.ts";
import { SettingsPanel } from "./settings-panel.tsx";
import type { StepProblems } from "./step-problems.ts";
import { StepSettings } from "./step-settings.tsx";
import { usePaste } from "./use-paste.ts";

export type BuilderProps = {
  chain: Chain;
  onChange: (change: (chain: Chain) => Chain) => void;
  catalogue: Catalogue;
  problems: readonly StepProblems[];
  /** What the server said of fields, by their names in the request. */
  errors: Readonly<Record<string, readonly string[]>>;
  knownTags: readonly string[];
  view: BuilderView;
};

const ChainGraph = lazy(async () => ({ default: (await import("./graph/chain-graph.tsx")).ChainGraph }));

/** The workbench: palette, chain and settings, and the form of the selected step. */
export function Builder({ chain, onChange, catalogue, problems, errors, knownTags, view }: BuilderProps) {
  const api = useApi();
  const [selectedKey, select] = useState<string | undefined>(chain.steps[0]?.key);
  const index = chain.steps.findIndex(({ key }) => key === selectedKey);
  const selected = chain.steps[index] ?? chain.steps[0];
  const stepType = catalogue.stepTypes.find(({ type }) => type === selected?.type);
  const at = selected ? chain.steps.indexOf(selected) : -1;
  const sources = useMemo(
    () => (selected ? referenceSources(chain.steps, selected.key, catalogue) : []),
    [chain.steps, selected, catalogue],
  );

  const problemCounts = useMemo(() => problems.map((ofStep) => Object.keys(ofStep).length), [problems]);
  // What is typed shows at once in its form; the rest of the workbench follows a moment later.
  const calmChain = useDeferredValue(chain);

  const changeWorkflow = useStable((change: Partial<ChainSettings>) => onChange((now) => changeSettings(now, change)));
  const add = useStable((type: string) => {
    const node = catalogue.stepTypes.find((one) => one.type === type)?.input;
    const key = crypto.randomUUID();
    onChange((before) => addStep(before, type, node ? defaultInput(node) : {}, key));
    select(key);
    announce(`${stepTypeName(type)} added at position ${chain.steps.length + 1}.`);
  });
  const rename = useStable((key: string, name: string) => onChange((now) => renameStep(now, key, name)));
  const move = useStable((key: string, position: number) => onChange((now) => moveStep(now, key, position)));
  const duplicate = useStable((key: string) => onChange((now) => duplicateStep(now, key)));
  const copy = useStable(async (key: string) => {
    const step = chain.steps.find((one) => one.key === key);
    if (!step) return;
    try {
      await navigator.clipboard.writeText(copyOfStep(step, chain));
      toast({ title: `${step.name} was copied; paste it here or in another tab` });
    } catch {
      toast({ title: "Not copied: the browser does not let this page write to the clipboard" });
    }
  });
  usePaste((text) => {
    const read = importText(text);
    if (!read.ok) return false;
    onChange((now) => pasteSteps(now, read.chain));
    const { length } = read.chain.steps;
    announce(length === 1 ? "1 step was pasted at the end." : `${length} steps were pasted at the end.`);
    return true;
  });
  const remove = useStable((key: string) => {
    const before = chain;
    onChange((now) => removeStep(now, key));
    toast({
      title: `${chain.steps.find((step) => step.key === key)?.name} was removed`,
      action: { label: "Undo", onPress: () => onChange(() => before) },
    });
  });

  return (
    <div
      className={clsx(
        "flex min-h-0 min-w-0 flex-1 max-md:block max-md:overflow-auto",
        view !== "list" && "md:contents",
      )}
    >
      <section
        aria-label="Step types"
        className="contain-content flex min-h-0 flex-col border-border bg-surface max-md:border-b md:row-span-2 md:w-56 md:border-r"
      >
        <Palette stepTypes={catalogue.stepTypes} onAdd={add} isFolded={chain.steps.length > 0} />
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
                problemCounts={problemCounts}
                onSelect={select}
                onChange={onChange}
                onRemove={remove}
              />
            </Suspense>
          ) : (
            <ChainList
              chain={calmChain}
              selectedKey={selected?.key}
              problemCounts={problemCounts}
              onSelect={select}
              onRename={rename}
              onMove={move}
              onCopy={copy}
              onDuplicate={duplicate}
              onRemove={remove}
            />
          )}
        </section>
        <section aria-label="Workflow settings" className="rounded-lg border border-border bg-surface p-4">
          <h2 className="mb-3 font-medium text-base">Workflow</h2>
          <SettingsPanel settings={chain.settings} onChange={changeWorkflow} errors={errors} knownTags={knownTags} />
        </section>
      </div>
      <section
        aria-label={selected ? `Form of ${selected.name}` : "Form"}
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
                onChange={(input) => onChange((now) => changeStep(now, selected.key, { input }))}
                scope={{
                  stepKey: selected.key,
                  sources,
                  errorAt: (path) => problems[at]?.[path],
                  parked: selected.parked,
                  park: (path, value) =>
                    onChange((now) => changeStep(now, selected.key, { parked: { ...selected.parked, [path]: value } })),
                  upload: (file) => uploadFile(api, file),
                  argumentNames: Object.keys(argumentsOf(chain.settings)),
                  addArgument: (wish, value) => {
                    const name = freeArgumentName(chain, wish);
                    onChange((now) => addArgument(now, name, value).chain);
                    return name;
                  },
                }}
              />
            ) : null}
            <StepSettings
              step={selected}
              onChange={(change) => onChange((now) => changeStep(now, selected.key, change))}
              errorAt={(path) => problems[at]?.[path]}
            />
          </>
        ) : (
          <p className="text-muted text-sm">The form of the selected step shows here.</p>
        )}
      </section>
    </div>
  );
}
