import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import { defaultInput } from "#contract/catalogue/resolve-node.ts";
import { countOf, stepTypeName } from "#dashboard/display/words.ts";
import { copyText } from "#dashboard/ui/copy-text.ts";
import { announce } from "#dashboard/ui/live-region.ts";
import { toast } from "#dashboard/ui/toast.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";
import { addStep, type Chain, type DraftStep, duplicateStep, moveStep, removeStep } from "./chain.ts";
import { renameStep } from "./chain-references.ts";
import { importText } from "./import-text.ts";
import { copyOfSteps, pasteSteps } from "./paste-steps.ts";
import { usePaste } from "./use-paste.ts";

type Workbench = {
  chain: Chain;
  onChange: (change: (chain: Chain) => Chain) => void;
  catalogue: Catalogue;
  select: (key: string) => void;
};

/** What is done with whole steps: add, rename, move, copy, paste, duplicate, delete. All of it can be undone. */
export function useStepActions({ chain, onChange, catalogue, select }: Workbench) {
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
  const duplicateAll = useStable((some: readonly DraftStep[]) => {
    onChange((now) => pasteSteps(now, { ...now, steps: [...some] }));
    announce(`${countOf(some.length, "step")} duplicated at the end.`);
  });
  const copy = useStable(async (keys: readonly string[]) => {
    const steps = chain.steps.filter(({ key }) => keys.includes(key));
    const what = steps.length === 1 ? (steps[0]?.name ?? "") : countOf(steps.length, "step");
    if (await copyText(copyOfSteps(steps, chain))) toast({ title: `${what} copied; paste here or in another tab` });
  });
  usePaste((text) => {
    const read = importText(text);
    if (!read.ok) return false;
    onChange((now) => pasteSteps(now, read.chain));
    const said = `${countOf(read.chain.steps.length, "step")} pasted at the end`;
    if (read.note) toast({ title: said, description: read.note });
    else announce(`${said}.`);
    return true;
  });
  const remove = useStable((keys: readonly string[]) => {
    const before = chain;
    const gone = chain.steps.filter(({ key }) => keys.includes(key));
    onChange((now) => keys.reduce(removeStep, now));
    toast({
      title: gone.length === 1 ? `${gone[0]?.name} was removed` : `${countOf(gone.length, "step")} removed`,
      action: { label: "Undo", onPress: () => onChange(() => before) },
    });
  });
  return { add, rename, move, duplicate, duplicateAll, copy, remove };
}
