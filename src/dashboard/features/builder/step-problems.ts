import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import { validateInput } from "#contract/catalogue/validate-input.ts";
import { printPath } from "#contract/problem.ts";
import { readReference, referencesIn, valueAt } from "#contract/reference.ts";
import type { Chain, DraftStep } from "./chain.ts";
import { stepReferences } from "./chain-references.ts";
import { argumentsOf } from "./rest-members.ts";

/** What is wrong with a step, by path of its input; "" is the step as a whole. */
export type StepProblems = Record<string, string>;

/**
 * What is wrong with each step: the server's word first, then references that lead nowhere, then what its document
 * forbids. `serverErrors` are keyed as the server keys them, `steps[0].input.width`.
 */
export function chainProblems(
  chain: Chain,
  catalogue: Catalogue,
  serverErrors: Readonly<Record<string, readonly string[]>>,
): StepProblems[] {
  return chain.steps.map((step, index) => ({
    ...inputProblems(step, catalogue),
    ...referenceProblems(chain, step, index),
    ...argumentProblems(chain, step),
    ...ofServer(serverErrors, index),
  }));
}

/** Whether something is wrong at a path of a step's input, or inside of what stands there. */
export function isFaultyAt(problems: StepProblems | undefined, path: string): boolean {
  return Object.keys(problems ?? {}).some(
    (key) => key === path || (/^[.[]/.test(key.slice(path.length)) && key.startsWith(path)),
  );
}

function inputProblems(step: DraftStep, catalogue: Catalogue): StepProblems {
  const stepType = catalogue.stepTypes.find(({ type }) => type === step.type);
  return stepType ? validateInput(stepType.input, step.input) : { "": `This server has no step type "${step.type}".` };
}

function referenceProblems({ steps }: Chain, step: DraftStep, index: number): StepProblems {
  const problems: StepProblems = {};
  for (const { path, target } of stepReferences(step, steps)) {
    const at = steps.findIndex(({ name }) => name === target);
    if (at === -1) problems[printPath(path)] = `There is no step "${target}" any more.`;
    else if (at === index) problems[printPath(path)] = "A step can't use its own output.";
    else if (at > index) problems[printPath(path)] = `"${target}" comes later. Move it before this step.`;
  }
  return problems;
}

function argumentProblems({ steps, settings }: Chain, step: DraftStep): StepProblems {
  const names = steps.map(({ name }) => name);
  const problems: StepProblems = {};
  for (const { path, reference } of referencesIn(step.input)) {
    const target = readReference(reference, names);
    if (target.source !== "arguments" || valueAt(argumentsOf(settings), target.path) !== undefined) continue;
    problems[printPath(path)] = `The workflow has no argument "${printPath(target.path)}".`;
  }
  return problems;
}

function ofServer(errors: Readonly<Record<string, readonly string[]>>, index: number): StepProblems {
  const start = `steps[${index}]`;
  const problems: StepProblems = {};
  for (const [key, messages] of Object.entries(errors)) {
    if (key !== start && !key.startsWith(`${start}.`)) continue;
    const path = key.slice(start.length).replace(/^\.(input\.?)?/, "");
    problems[path] = messages.join(" ");
  }
  return problems;
}
