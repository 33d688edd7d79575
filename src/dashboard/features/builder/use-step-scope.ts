import { useMemo } from "react";
import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { uploadFile } from "#dashboard/api/upload.ts";
import { useSameWhileEqual } from "#dashboard/ui/use-same-while-equal.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";
import { type Chain, type DraftStep, parkValues } from "./chain.ts";
import type { StepFormScope } from "./form/step-form.tsx";
import { referenceSources } from "./reference-sources.ts";
import { addArgument, argumentsOf, freeArgumentName } from "./rest-members.ts";
import { isFaultyAt, type StepProblems } from "./step-problems.ts";

type Options = {
  chain: Chain;
  /** The chain as it was a moment ago: what it tells of other steps and of arguments can wait for the typing. */
  calmChain: Chain;
  step: DraftStep | undefined;
  catalogue: Catalogue;
  problems: StepProblems | undefined;
  past: Workflow | undefined;
  onChange: (change: (chain: Chain) => Chain) => void;
};

/** What the fields of a step's form share. The same object while nothing of it changes: fields are drawn again for another. */
export function useStepScope({ chain, calmChain, step, catalogue, problems, past, onChange }: Options): StepFormScope {
  const api = useApi();
  const stepKey = step?.key ?? "";
  const parked = step?.parked;
  const sources = useSameWhileEqual(
    useMemo(() => referenceSources(calmChain.steps, stepKey, catalogue), [calmChain.steps, stepKey, catalogue]),
  );
  const park = useStable((values: Readonly<Record<string, unknown>>) =>
    onChange((now) => parkValues(now, stepKey, values)),
  );
  const addArgumentOf = useStable((wish: string, value: unknown) => {
    const name = freeArgumentName(chain, wish);
    onChange((now) => addArgument(now, name, value).chain);
    return name;
  });
  return useMemo(
    () => ({
      stepKey,
      sources,
      pastOutput: (name) => past?.steps.find((one) => one.name === name)?.output ?? undefined,
      errorAt: (path) => problems?.[path],
      parked: parked ?? {},
      isFaulty: (path) => isFaultyAt(problems, path),
      park,
      upload: (file) => uploadFile(api, file),
      argumentNames: Object.keys(argumentsOf(calmChain.settings)),
      addArgument: addArgumentOf,
    }),
    [stepKey, sources, past, problems, parked, park, api, calmChain.settings, addArgumentOf],
  );
}
