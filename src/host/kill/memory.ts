import type { Workflow } from "#contract/workflow.ts";
import { externalIdOf, type Order } from "./orders.ts";

/**
 * What an operator knows of a workflow. Of what can be changed: every value that it can have, which is one, or two while
 * nobody has said whether the last change was made.
 */
export type Known = {
  id: string;
  order: Order;
  tags: Doubtful<string[]>;
  note: Doubtful<string>;
  secondQuantity: Doubtful<number>;
  isReleased: Doubtful<boolean>;
  isGone: Doubtful<boolean>;
  /** The status in which it ended, once that was told. */
  ending?: string;
  isBusy: boolean;
};
export type Doubtful<Value> = { values: Value[] };

/** What the operators of one account remember over all kills. */
export type Memory = {
  token: string;
  known: Map<string, Known>;
  /** By their external ids: what was sent, and whether an answer has ever told of it. */
  orders: Map<string, Sent>;
};
/** `onTheWay`: how many requests with it have no answer yet. */
export type Sent = { order: Order; id?: string; onTheWay: number };

export function newMemory(token: string): Memory {
  return { token, known: new Map(), orders: new Map() };
}

/** Make a change: while nobody has answered, both values are possible; a refusal leaves what was. */
export async function change<Value>(
  doubtful: Doubtful<Value>,
  next: Value,
  make: () => Promise<"made" | "refused">,
): Promise<void> {
  const before = doubtful.values;
  doubtful.values = [...before, next];
  doubtful.values = (await make()) === "made" ? [next] : before;
}

/** Remember a workflow that the answer to a submit tells of. Throws if the order is another workflow already. */
export function remember(memory: Memory, order: Order, workflow: Workflow): Known {
  const id = String(workflow.id);
  const sent = memory.orders.get(externalIdOf(order));
  if (!sent) throw new Error(`${externalIdOf(order)} was never sent.`);
  if (sent.id !== undefined && sent.id !== id) throw new Error(`${externalIdOf(order)} is both ${sent.id} and ${id}.`);
  sent.id = id;
  const known = memory.known.get(id) ?? {
    ...{ id, order, isBusy: false },
    tags: { values: [["kill"]] },
    note: { values: ["ordered"] },
    secondQuantity: { values: [1] },
    isReleased: { values: [workflow.allowMatureContent === true] },
    isGone: { values: [false] },
  };
  memory.known.set(id, known);
  return known;
}
