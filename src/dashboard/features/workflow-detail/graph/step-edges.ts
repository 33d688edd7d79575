import { printPath } from "#contract/problem.ts";
import { readReference, referencesIn } from "#contract/reference.ts";
import type { Step } from "#contract/step.ts";

/** That a step uses the output of another one, and for which of its inputs. */
export type StepEdge = { from: string; to: string; inputs: string[] };

/** Who uses whose output: one edge for each pair of steps. References to nothing known are none. */
export function stepEdges(steps: readonly Pick<Step, "name" | "input">[]): StepEdge[] {
  const names = steps.map(({ name }) => name);
  return steps.flatMap(({ name, input }) => {
    const uses = referencesIn(input).flatMap(({ path, reference }) => {
      const target = readReference(reference, names);
      return target.source === "step" && names.includes(target.name)
        ? [{ from: target.name, input: printPath(path) }]
        : [];
    });
    return [...new Set(uses.map(({ from }) => from))].map((from) => ({
      from,
      to: name,
      inputs: uses.filter((use) => use.from === from).map((use) => use.input),
    }));
  });
}
