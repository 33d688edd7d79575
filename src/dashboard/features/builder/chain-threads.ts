import type { DraftStep } from "./chain.ts";
import { stepReferences } from "./chain-references.ts";

/** What passes beside a card of the list: a part of the thread from a step to those that use its output. */
export type ThreadPart = {
  lane: number;
  /** Whether the thread goes on to the card above, and to the one below. */
  up: boolean;
  down: boolean;
  /** Whether it begins at this card, or leads into it from the step that is above or below. */
  end?: "source" | "from-above" | "from-below";
};

/** The parts beside one card, and the lanes of the steps that it refers to, by their names. */
export type CardThreads = { parts: ThreadPart[]; lanes: Record<string, number> };

/** So many threads can run side by side. A thread that finds no lane is not drawn: its chip tells the source all the same. */
export const laneCount = 5;

type Thread = { name: string; source: number; users: number[]; top: number; bottom: number };

/** Beside each step, in their order, the threads of references: one per source, the short ones next to the cards. */
export function chainThreads(steps: readonly DraftStep[]): CardThreads[] {
  const cards = steps.map((): CardThreads => ({ parts: [], lanes: {} }));
  const taken: Thread[][] = Array.from({ length: laneCount }, () => []);
  for (const thread of threadsOf(steps)) {
    const lane = taken.findIndex((others) => others.every((other) => isClear(thread, other)));
    if (lane === -1) continue;
    taken[lane]?.push(thread);
    for (let at = thread.top; at <= thread.bottom; at += 1) cards[at]?.parts.push({ lane, ...partAt(thread, at) });
    for (const user of thread.users) Object.assign(cards[user]?.lanes ?? {}, { [thread.name]: lane });
  }
  return cards;
}

function threadsOf(steps: readonly DraftStep[]): Thread[] {
  const positions = new Map(steps.map(({ name }, index) => [name, index]));
  const users = new Map<number, Set<number>>();
  for (const [user, step] of steps.entries()) {
    for (const { target } of stepReferences(step, steps)) {
      const source = positions.get(target);
      // What names no step, or itself, leads nowhere: it is told as a problem.
      if (source !== undefined && source !== user) users.set(source, (users.get(source) ?? new Set()).add(user));
    }
  }
  return [...users]
    .map(([source, of]): Thread => {
      const ends = [source, ...of];
      const [top, bottom] = [Math.min(...ends), Math.max(...ends)];
      return { name: steps[source]?.name ?? "", source, users: [...of], top, bottom };
    })
    .sort((one, other) => one.bottom - one.top - (other.bottom - other.top) || one.source - other.source);
}

// Threads that only meet at a card are not put in one lane: there they would look like one.
function isClear(one: Thread, other: Thread): boolean {
  return one.bottom < other.top || other.bottom < one.top;
}

function partAt({ source, users, top, bottom }: Thread, at: number): Omit<ThreadPart, "lane"> {
  const part = { up: at > top, down: at < bottom };
  if (at === source) return { ...part, end: "source" };
  return users.includes(at) ? { ...part, end: source < at ? "from-above" : "from-below" } : part;
}
