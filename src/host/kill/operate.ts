import type { Workflow } from "#contract/workflow.ts";
import { isOver } from "#sandbox/properties/sound-books.ts";
import { change, type Known, type Memory, remember, type Sent } from "./memory.ts";
import { externalIdOf, makeOrder, secondInput, templateOf } from "./orders.ts";
import { say } from "./say.ts";

export type Desk = {
  address: string;
  memory: Memory;
  random: () => number;
  isClosed: () => boolean;
  /** Hears of each thing that was done. */
  onDone: () => void;
};

/** Do one thing after the other, until the process is killed: what is then without an answer stays in doubt. */
export async function operate(desk: Desk): Promise<void> {
  while (!desk.isClosed()) {
    try {
      await actOnce(desk);
      desk.onDone();
    } catch (error) {
      // How fetch says that the connection broke off.
      if (error instanceof TypeError && desk.isClosed()) return;
      throw error;
    }
  }
}

async function actOnce(desk: Desk): Promise<void> {
  const { memory, random } = desk;
  const idle = [...memory.known.values()].filter((known) => isIdle(memory, known));
  const known = idle[Math.floor(random() * idle.length)];
  const lot = random();
  if (!known || lot < 0.4) return order(desk);
  known.isBusy = true;
  try {
    if (lot < 0.5) await cancel(desk, known);
    else if (lot < 0.62) await release(desk, known);
    else if (lot < 0.72) await retag(desk, known);
    else if (lot < 0.82) await note(desk, known);
    else if (lot < 0.92) await editSecond(desk, known);
    else if (lot < 0.96) await remove(desk, known);
    else learn(known, (await say(desk, "GET", workflowPath(known), { allowed: [200, 202] })).body);
  } finally {
    known.isBusy = false;
  }
}

/** Whether nobody is at it; one whose order is sent once more must not be removed, or that order would be a new one. */
function isIdle({ orders }: Memory, { order, isBusy, isGone }: Known): boolean {
  return !isBusy && !isGone.values.includes(true) && orders.get(externalIdOf(order))?.onTheWay === 0;
}

/** Place a new order, or one that has had no answer; one time in three it is sent twice at once. */
async function order(desk: Desk): Promise<void> {
  const { memory, random } = desk;
  const unanswered = [...memory.orders.values()].filter(({ id }) => id === undefined);
  const again = random() < 0.5 ? unanswered[Math.floor(random() * unanswered.length)] : undefined;
  const sent: Sent = again ?? { order: makeOrder(memory.orders.size, random), onTheWay: 0 };
  memory.orders.set(externalIdOf(sent.order), sent);
  const times = random() < 0.33 ? 2 : 1;
  await Promise.all(Array.from({ length: times }, () => submit(desk, sent)));
}

async function submit(desk: Desk, sent: Sent): Promise<void> {
  const body = templateOf(sent.order);
  sent.onTheWay += 1;
  try {
    const heard = await say(desk, "POST", "/v2/consumer/workflows", { body, allowed: [200, 202, 403] });
    if (heard.status !== 403) learn(remember(desk.memory, sent.order, heard.body), heard.body);
  } finally {
    sent.onTheWay -= 1;
  }
}

async function cancel(desk: Desk, known: Known): Promise<void> {
  const body = { status: "canceled" };
  const heard = await say(desk, "PUT", workflowPath(known), { body, allowed: [200, 409] });
  if (heard.status === 200) learn(known, heard.body);
}

function release(desk: Desk, known: Known): Promise<void> {
  return change(known.isReleased, true, async () => {
    const body = { allowMatureContent: true };
    const heard = await say(desk, "PUT", workflowPath(known), { body, allowed: [200, 400] });
    if (heard.status === 400) return "refused";
    learn(known, heard.body);
    return "made";
  });
}

function retag(desk: Desk, known: Known): Promise<void> {
  const tags = ["kill", `tag-${Math.floor(desk.random() * 5)}`];
  return change(known.tags, tags, async () => {
    await say(desk, "PUT", workflowPath(known), { body: { tags }, allowed: [200] });
    return "made";
  });
}

function note(desk: Desk, known: Known): Promise<void> {
  const text = `note ${Math.floor(desk.random() * 1e6)}`;
  return change(known.note, text, async () => {
    await say(desk, "PUT", workflowPath(known), { body: { metadata: { note: text } }, allowed: [200] });
    return "made";
  });
}

async function editSecond(desk: Desk, known: Known): Promise<void> {
  if (!known.order.isChained) return;
  const quantity = 1 + Math.floor(desk.random() * 3);
  await change(known.secondQuantity, quantity, async () => {
    const body = { input: secondInput(quantity) };
    const path = `${workflowPath(known)}/steps/second`;
    const heard = await say(desk, "PUT", path, { body, allowed: [200, 204, 400, 409] });
    return heard.status >= 400 ? "refused" : "made";
  });
}

function remove(desk: Desk, known: Known): Promise<void> {
  return change(known.isGone, true, async () => {
    await say(desk, "DELETE", workflowPath(known), { allowed: [204] });
    return "made";
  });
}

/** Take in what an answer says of a workflow. Throws if it was over and has changed. */
export function learn(known: Known, workflow: Workflow): void {
  if (known.ending !== undefined && known.ending !== workflow.status) {
    throw new Error(`${known.id} was ${known.ending} and is ${workflow.status}.`);
  }
  if (isOver(workflow.status)) known.ending = workflow.status;
}

export function workflowPath({ id }: Pick<Known, "id">): string {
  return `/v2/consumer/workflows/${id}`;
}
