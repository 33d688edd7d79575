import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Amounts, noBuzz } from "#contract/currency.ts";
import { randomFrom } from "#sandbox/random.ts";
import { check, checkEnd } from "./kill/check.ts";
import { type Memory, newMemory } from "./kill/memory.ts";
import { operate } from "./kill/operate.ts";
import { say } from "./kill/say.ts";
import { createVictims, type Victim } from "./kill/victims.ts";

/*
 * A process of its own, over a file, ended by SIGKILL at a random moment while several operators are at it, again and
 * again. After each restart the books and everything that was ever answered are looked at. KILL_ROUNDS=2000 for a long
 * run; KILL_SEED repeats the same orders and pauses (what the kill meets is up to the machine).
 */
const rounds = Number(process.env.KILL_ROUNDS ?? 200);
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const roundsPerAccount = 10;
const operators = 5;
const longestPauseMs = 100;
/** So much is done in a round at least, or, on a busy machine, hardly an order would be answered before the kill. */
const mostDoneFirst = 5;

/** Now plenty, now so little that most of what is asked for is refused. */
const openings: Amounts[] = [
  { ...noBuzz, blue: 5000, green: 2000, yellow: 9000 },
  { ...noBuzz, blue: 70, green: 110, yellow: 260 },
];

let folder: string;
let victims: ReturnType<typeof createVictims>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "baton-kill-"));
  victims = createVictims(join(folder, "sandbox.db"));
});

afterEach(async () => {
  await victims.stop();
  rmSync(folder, { recursive: true });
});

describe("a process that is killed again and again in the middle of its work", () => {
  it(`loses nothing that was answered and charges nothing twice, seed ${seed}`, {
    timeout: rounds * 3000,
  }, async () => {
    const random = randomFrom(seed);
    const memories: Memory[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const victim = await victims.start();
      let memory = memories.at(-1);
      if (memory) await check(victim, memory);
      if (!memory || round % roundsPerAccount === 0) {
        if (memory) await checkEnd(victim, memory);
        memory = await openAccount(victim, memories.length);
        memories.push(memory);
      }
      await workUntilKilled(victim, memory, random);
    }
    const last = await victims.start();
    const [latest, ...ended] = memories.toReversed();
    if (latest) await checkEnd(last, latest);
    for (const memory of ended) await check(last, memory);
    const known = memories.flatMap((memory) => [...memory.known.values()]);
    expect(known.length, "orders that were answered").toBeGreaterThanOrEqual(rounds);
    expect(new Set(known.flatMap(({ ending }) => ending ?? []))).toEqual(endings);
  });
});

/** Everything that can become of an order has become of one. */
const endings = new Set(["succeeded", "failed", "expired", "canceled"]);

async function openAccount({ address }: Victim, number: number): Promise<Memory> {
  const memory = newMemory(`sandbox_kill-${number}`);
  const body = { token: memory.token, balances: openings[number % openings.length] };
  await say({ address, memory }, "POST", "/_sandbox/accounts", { body, allowed: [201] });
  return memory;
}

async function workUntilKilled(victim: Victim, memory: Memory, random: () => number): Promise<void> {
  let isKilled = false;
  let done = 0;
  const enough = Math.floor(random() * (mostDoneFirst + 1));
  const pauseMs = 2 + random() * longestPauseMs;
  const isEnough = new EventEmitter();
  const onDone = () => {
    done += 1;
    if (done === enough) isEnough.emit("done");
  };
  const moment = Promise.all([setTimeout(pauseMs), enough > 0 && once(isEnough, "done")]);
  const desk = { address: victim.address, memory, random, isClosed: () => isKilled, onDone };
  const working = Promise.all(Array.from({ length: operators }, () => operate(desk)));
  await Promise.race([working, moment]);
  isKilled = true;
  await victim.kill();
  await working;
}
