import { dependenciesOf } from "../engine/references.ts";

/** Steps that wait for each other: where one of them stands, and both ends in words. */
export type Cycle = { position: number; message: string };

/** The first cycle among the references of a workflow's steps; `undefined` when every step can run. */
export function findCycle(steps: readonly { name: string; input: unknown }[]): Cycle | undefined {
  const names = steps.map(({ name }) => name);
  const needs = new Map(steps.map(({ name, input }) => [name, dependenciesOf(input, names)]));
  for (const [position, { name }] of steps.entries()) {
    for (const needed of needs.get(name) ?? []) {
      if (needed === name) return { position, message: `Step "${name}" refers to itself.` };
      if (!reaches(needed, name, needs)) continue;
      return { position, message: `Step "${name}" refers to "${needed}", which itself waits for "${name}".` };
    }
  }
  return undefined;
}

function reaches(from: string, to: string, needs: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === to) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(needs.get(name) ?? []));
  }
  return false;
}
