import type { Services } from "../services.ts";
import type { DueStep } from "../store/step-store.ts";
import { advance } from "./advance.ts";
import { runStep } from "./run-step.ts";

/** How many due steps are taken from the store at a time. */
const batchSize = 48;
/** How many handlers are at it at once: pictures in memory are large. */
const maxAtWork = 16;
/** How many steps are moved in one go: each is a transaction or two, and requests wait meanwhile. */
const maxMoved = 8;

/** What a look at the due work came to: how many steps moved, and the handlers that are at work now. */
export type Started = { moved: number; handlers: Promise<void>[] };

/** Take up what is due and not at work. Returns at once; the handlers go on by themselves. */
export function startDue(services: Services): Started {
  const { store, clock, atWork, heldAccounts, onlyAccount } = services;
  const started: Started = { moved: 0, handlers: [] };
  const waiting = store.steps
    .due(clock.now(), batchSize + atWork.size)
    .filter(({ accountId }) => onlyAccount === undefined || onlyAccount === accountId)
    .filter((due) => !heldAccounts.has(due.accountId) && !atWork.has(keyOf(due)));
  for (const due of waiting) {
    if (atWork.size >= maxAtWork || started.moved >= maxMoved) break;
    started.moved += 1;
    if (advance(services, due) === "run") started.handlers.push(startHandler(services, due));
  }
  return started;
}

/** Take up what is due and wait for its handlers. Answers how many steps moved: 0 means that nothing is due. */
export async function tick(services: Services): Promise<number> {
  const { moved, handlers } = startDue(services);
  await Promise.all(handlers);
  return moved;
}

async function startHandler(services: Services, due: DueStep): Promise<void> {
  const key = keyOf(due);
  services.atWork.add(key);
  try {
    await runStep(services, due);
  } finally {
    services.atWork.delete(key);
    services.wake();
  }
}

function keyOf({ workflowSeq, position }: DueStep): string {
  return `${workflowSeq}:${position}`;
}
