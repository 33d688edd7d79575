import { type Currency, currencies } from "#contract/currency.ts";
import type { Priority } from "#contract/step.ts";
import type { UpgradeMode } from "#contract/workflow.ts";

/** A step on the workbench. `key` stays the same while the step is renamed and moved. */
export type DraftStep = {
  key: string;
  type: string;
  name: string;
  /** It came without a name: while it stands where it stood, it is sent without one. */
  isUnnamed?: boolean;
  /** As it will be sent: plain JSON in which any value may be a reference. */
  input?: unknown;
  priority?: Priority | undefined;
  timeout?: string | undefined;
  retries?: number | undefined;
  /** Members of the step that have no place above, sent as they came: metadata, and what nobody knows. */
  rest?: Record<string, unknown>;
  /** Values that gave way to a reference, a variant or another kind of value, to come back when that goes. */
  parked: Record<string, unknown>;
};

/** Whether mature output is allowed, and so who may pay: yes, no, or told by the currency that is charged. */
export type MaturePolicy = "allow" | "sfw" | "by-currency";

/** What holds for the whole workflow. */
export type ChainSettings = {
  /** Kept in the metadata as `name`. */
  name: string;
  tags: string[];
  mature: MaturePolicy;
  /** Left out, the server decides. */
  upgradeMode?: UpgradeMode | undefined;
  /** Which Buzz may pay, in the order of spending; left out, all of it in the usual order. */
  currencies?: Currency[] | undefined;
  /** How long Run waits for the end, in seconds; no member of the body, but of the call. Left out, it does not wait. */
  waitSeconds?: number | undefined;
  /** JSON text, so that what does not parse yet is not lost. */
  metadataText: string;
  /** Members of the request that have no place above, sent as they came: arguments, callbacks, tips, and what nobody knows. */
  rest: Record<string, unknown>;
};

/** Everything on the workbench. `externalId` makes the draft payable once, however often it is sent. */
export type Chain = { steps: DraftStep[]; settings: ChainSettings; externalId: string };

export const defaultSettings: ChainSettings = {
  name: "",
  tags: [],
  mature: "by-currency",
  upgradeMode: "manual",
  currencies: [...currencies],
  metadataText: "",
  rest: {},
};

/** An empty workbench with an `externalId` of its own. */
export function emptyChain(): Chain {
  return { steps: [], settings: defaultSettings, externalId: newExternalId() };
}

/** An `externalId` that no other draft has. */
export function newExternalId(): string {
  return `baton-${crypto.randomUUID()}`;
}

/** A name that no step has yet: `imageGen`, `imageGen2`, ... */
export function freeName(wish: string, steps: readonly Pick<DraftStep, "name">[]): string {
  const taken = new Set(steps.map(({ name }) => name));
  const base = wish.replace(/\d+$/, "") || "step";
  if (!taken.has(wish)) return wish;
  let count = 2;
  while (taken.has(`${base}${count}`)) count += 1;
  return `${base}${count}`;
}

/** The chain with another step at its end. */
export function addStep(chain: Chain, type: string, input: unknown, key: string = crypto.randomUUID()): Chain {
  const step: DraftStep = { key, type, name: freeName(type, chain.steps), input, parked: {} };
  return { ...chain, steps: [...chain.steps, step] };
}

/** The chain without a step. References to it stay as they are, and are told as problems. */
export function removeStep(chain: Chain, key: string): Chain {
  return { ...chain, steps: chain.steps.filter((step) => step.key !== key) };
}

/** The chain with a copy of a step right behind it. */
export function duplicateStep(chain: Chain, key: string, newKey: string = crypto.randomUUID()): Chain {
  const index = chain.steps.findIndex((step) => step.key === key);
  const original = chain.steps[index];
  if (!original) return chain;
  const copy = { ...structuredClone(original), key: newKey, name: freeName(original.name, chain.steps) };
  return { ...chain, steps: chain.steps.toSpliced(index + 1, 0, copy) };
}

/** The chain with a step at another position; beyond an end is at the end. */
export function moveStep(chain: Chain, key: string, position: number): Chain {
  const from = chain.steps.findIndex((step) => step.key === key);
  const moved = chain.steps[from];
  if (!moved) return chain;
  const others = chain.steps.toSpliced(from, 1);
  return { ...chain, steps: others.toSpliced(Math.min(others.length, Math.max(0, position)), 0, moved) };
}

/** The chain with some members of a step replaced. */
export function changeStep(chain: Chain, key: string, change: Partial<Omit<DraftStep, "key">>): Chain {
  return { ...chain, steps: chain.steps.map((step) => (step.key === key ? { ...step, ...change } : step)) };
}

/** The chain with values of a step put aside; `undefined` forgets one. */
export function parkValues(chain: Chain, key: string, values: Readonly<Record<string, unknown>>): Chain {
  if (Object.keys(values).length === 0) return chain;
  const parkedBy = ({ parked }: DraftStep) =>
    Object.fromEntries(Object.entries({ ...parked, ...values }).filter(([, value]) => value !== undefined));
  return {
    ...chain,
    steps: chain.steps.map((step) => (step.key === key ? { ...step, parked: parkedBy(step) } : step)),
  };
}

/** The chain with some settings replaced. */
export function changeSettings(chain: Chain, change: Partial<ChainSettings>): Chain {
  return { ...chain, settings: { ...chain.settings, ...change } };
}
