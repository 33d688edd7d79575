import { expect } from "vitest";
import { netByCurrency } from "#contract/cost.ts";
import type { Workflow, WorkflowPage } from "#contract/workflow.ts";
import {
  expectOneCharge,
  expectPaidToBeCost,
  expectSoundBooks,
  isOver,
  spentOf,
} from "#sandbox/properties/sound-books.ts";
import type { Doubtful, Memory } from "./memory.ts";
import { learn, workflowPath } from "./operate.ts";
import { externalIdOf, priceOf } from "./orders.ts";
import { say } from "./say.ts";
import type { Books } from "./victim-orders.ts";
import type { Victim } from "./victims.ts";

/** Whether everything that was answered is still true, and whether the books are right, in the middle of all work. */
export async function check(victim: Victim, memory: Memory): Promise<void> {
  checkBooks(memory, await victim.books(memory.token));
  const workflows = await listAll(victim, memory);
  const ids = new Set(workflows.map(({ id }) => id));
  expect(ids.size, "no workflow is listed twice").toBe(workflows.length);
  const externalIds = new Set(workflows.map(({ externalId }) => externalId));
  expect(externalIds.size, "no order is two workflows").toBe(workflows.length);
  for (const known of memory.known.values()) settle(known.isGone, !ids.has(known.id), `whether ${known.id} is gone`);
  for (const workflow of workflows) checkWorkflow(memory, workflow);
}

/** The same once all work is over: what was charged is then delivered or was given back. */
export async function checkEnd(victim: Victim, memory: Memory): Promise<void> {
  await endAll(victim, memory);
  await check(victim, memory);
  const { entries } = await victim.books(memory.token);
  for (const workflow of await listAll(victim, memory)) {
    expect(isOver(workflow.status), `${workflow.id} is over`).toBe(true);
    const own = entries.filter(({ workflowId }) => workflowId === workflow.id);
    expect(spentOf(own), `${workflow.id} has paid what it delivered`).toBe(workflow.cost?.total);
  }
}

/** Let everything come to its end; what waits for a release is released or, where yellow is short, canceled. */
async function endAll(victim: Victim, memory: Memory): Promise<void> {
  const at = { address: victim.address, memory };
  for (const workflow of await listAll(victim, memory)) {
    const known = memory.known.get(String(workflow.id));
    const path = workflowPath({ id: String(workflow.id) });
    const body = { allowMatureContent: true };
    const released = await say(at, "PUT", path, { body, allowed: [200, 400] });
    if (released.status === 200 && known) known.isReleased.values = [true];
    else await say(at, "PUT", path, { body: { status: "canceled" }, allowed: [200, 409] });
    const ended = await say(at, "GET", `${path}?wait=30`, { allowed: [200, 202] });
    if (known) learn(known, ended.body);
  }
}

function checkBooks(memory: Memory, books: Books): void {
  expectSoundBooks(books);
  for (const { id, order } of memory.known.values()) expectOneCharge(books, id, priceOf(order));
}

function checkWorkflow(memory: Memory, workflow: Workflow): void {
  expectPaidToBeCost(workflow);
  const known = memory.known.get(String(workflow.id));
  if (!known) {
    expectUnanswered(memory, workflow);
    return;
  }
  learn(known, workflow);
  settle(known.tags, workflow.tags ?? [], `the tags of ${known.id}`);
  settle(known.note, String(workflow.metadata?.note), `the note of ${known.id}`);
  settle(known.isReleased, workflow.allowMatureContent === true, `whether ${known.id} is released`);
  if (known.isReleased.values[0] && known.order.word.includes("rated")) {
    const net = netByCurrency(workflow.transactions);
    expect([net?.blue, net?.green], `${known.id} is paid in yellow`).toEqual([0, 0]);
  }
  const second = workflow.steps?.[1];
  if (!second) return;
  // Proven by the order: the second step is a picture of so many.
  const { quantity } = second.input as { quantity: number };
  settle(known.secondQuantity, quantity, `the quantity of ${known.id}`);
}

/** A workflow that nobody was told of comes from an order that had no answer. */
function expectUnanswered(memory: Memory, { externalId, id }: Workflow): void {
  const sent = [...memory.orders.values()].find(({ order }) => externalId?.endsWith(`-${externalIdOf(order)}`));
  expect(sent, `${id} was ordered`).toBeDefined();
  expect(sent?.id, `${id} is the only workflow of its order`).toBeUndefined();
}

/** What is true is one of the values that are possible, and from now on the only one. */
function settle<Value>(doubtful: Doubtful<Value>, actual: Value, what: string): void {
  expect(doubtful.values, what).toContainEqual(actual);
  doubtful.values = [actual];
}

async function listAll({ address }: Victim, memory: Memory): Promise<Workflow[]> {
  const found: Workflow[] = [];
  for (let cursor = ""; ; ) {
    const path = `/v2/consumer/workflows?tags=kill&hideMatureContent=false&take=200&cursor=${cursor}`;
    const page: WorkflowPage = (await say({ address, memory }, "GET", path, { allowed: [200] })).body;
    found.push(...(page.items ?? []));
    if (!page.next) return found;
    cursor = page.next;
  }
}
