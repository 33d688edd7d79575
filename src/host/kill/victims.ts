import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { buildVictim } from "./build-victim.ts";
import type { Books, VictimAnswer, VictimOrder } from "./victim-orders.ts";

/** A sandbox in a process of its own that is made to be killed. */
export type Victim = {
  address: string;
  books(token: string): Promise<Books>;
  /** End it by SIGKILL, which no program can catch: it tidies nothing up. */
  kill(): Promise<void>;
};

/** Starts victims, and has the next ones loaded before they are needed. */
export function createVictims(database: string, spares = 2) {
  const loading: Promise<ChildProcess>[] = [];
  const all = new Set<ChildProcess>();
  const building = buildVictim();

  async function load(): Promise<ChildProcess> {
    const { program } = await building;
    const child = fork(program, { execArgv: [] });
    all.add(child);
    child.setMaxListeners(100);
    child.once("exit", () => all.delete(child));
    await hear(child, "loaded");
    return child;
  }

  return {
    async start(): Promise<Victim> {
      while (loading.length <= spares) loading.push(load());
      const child = await loading.shift();
      if (!child) throw new Error("No program was loaded.");
      const { address } = await ask(child, { kind: "open", database }, "opened");
      return {
        address,
        books: async (token) => (await ask(child, { kind: "books", token }, "books")).books,
        kill: () => end(child),
      };
    },
    /** End whatever was started. */
    async stop(): Promise<void> {
      await Promise.allSettled(loading);
      await Promise.all([...all].map(end));
      rmSync((await building).folder, { recursive: true });
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

function ask<Kind extends VictimAnswer["kind"]>(child: ChildProcess, order: VictimOrder, kind: Kind) {
  const answer = hear(child, kind);
  child.send(order);
  return answer;
}

async function hear<Kind extends VictimAnswer["kind"]>(child: ChildProcess, kind: Kind) {
  const died = once(child, "exit").then(([code]) => {
    throw new Error(`The sandbox ended by itself (${code}) before it was ${kind}.`);
  });
  // Proven by victim.ts: it sends nothing else.
  const [answer]: [VictimAnswer] = await Promise.race([once(child, "message") as Promise<[VictimAnswer]>, died]);
  if (answer.kind !== kind) throw new Error(`The sandbox said ${answer.kind}, not ${kind}.`);
  // Proven by the line above.
  return answer as Extract<VictimAnswer, { kind: Kind }>;
}
