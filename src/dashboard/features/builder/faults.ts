import type { Chain } from "./chain.ts";
import type { StepProblems } from "./step-problems.ts";

/** Something that has to be looked at: in a step's input, or, without a key, in the workflow's settings. */
export type Fault = { stepKey: string | undefined; path: string; place: string; message: string };

/** All that is wrong with a chain, in the order of its steps; what the server said of the workflow itself comes last. */
export function faultsOf(
  chain: Chain,
  problems: readonly StepProblems[],
  errors: Readonly<Record<string, readonly string[]>>,
): Fault[] {
  const ofSteps = chain.steps.flatMap(({ key, name }, index) =>
    Object.entries(problems[index] ?? {}).map(
      ([path, message]): Fault => ({ stepKey: key, path, place: path === "" ? name : `${name}, ${path}`, message }),
    ),
  );
  const ofWorkflow = Object.entries(errors).flatMap(([path, messages]): Fault[] =>
    /^steps\[\d+\]/.test(path)
      ? []
      : [{ stepKey: undefined, path, place: path === "" ? "Workflow" : path, message: messages.join(" ") }],
  );
  return [...ofSteps, ...ofWorkflow];
}
