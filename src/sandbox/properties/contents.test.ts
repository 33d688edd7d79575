import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { systemClock } from "../clock.ts";
import { flux, type HttpTrial, httpTrial } from "../http/http-trial.ts";
import { expectOneCharge, expectPaidToBeCost, expectSoundBooks, isOver } from "./sound-books.ts";

/*
 * Accounts are reset, and the whole file is replaced by one that was exported before, while submits and work are on their
 * way. What an account then shows is all of one history: nothing of it is lost, and nothing of another one is left.
 */
const token = fc.constantFrom("sandbox_one1", "sandbox_two2");
const submits = fc.array(
  fc.record({ token, word: fc.constantFrom("", "[fail]", "[partial]", "[rated:x]", "[slow]") }),
  {
    maxLength: 4,
  },
);
const upheaval = fc.oneof(
  fc.record({ kind: fc.constant("export" as const) }),
  fc.record({ kind: fc.constant("import" as const) }),
  fc.record({ kind: fc.constant("reset" as const), token }),
);
const round = fc.record({ before: submits, upheaval, meanwhile: submits, isLater: fc.boolean() });
type Round = typeof round extends fc.Arbitrary<infer One> ? One : never;

describe("accounts, while they are reset and their file is replaced", () => {
  it("show all of one history, and their books are sound", { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 6 }), async (rounds) => {
        const folder = mkdtempSync(join(tmpdir(), "baton-contents-"));
        const trial = httpTrial({ ...atWork, database: join(folder, "own.db") });
        let saved = (await trial.say("GET", database)).bytes;
        for (const one of rounds) {
          saved = (await perform(trial, one, saved)) ?? saved;
          await check(trial);
        }
        await endAll(trial);
        await trial.sandbox.close();
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 40 },
    );
  });
});

/** Work goes on by itself, in real time and fast, as in a process that serves. */
const atWork = { running: true, clock: systemClock, speed: 2_000, rateLimit: { perMinute: 1e9, burst: 1e9 } };
const tokens = ["sandbox_one1", "sandbox_two2"];
const database = "/_sandbox/database";
const workflows = "/v2/consumer/workflows";

/** Submits before, during and after; answers what was exported. */
async function perform(trial: HttpTrial, one: Round, saved: Uint8Array): Promise<Uint8Array | undefined> {
  const before = one.before.map((wish) => submit(trial, wish));
  if (one.isLater) await Promise.all(before);
  const upset = upheave(trial, one.upheaval, saved);
  const during = one.meanwhile.map((wish) => submit(trial, wish));
  const exported = await upset;
  await Promise.all([...before, ...during]);
  // Whatever came before: from here on, what is answered is there.
  const id = await submit(trial, { token: "sandbox_one1", word: "" });
  const there = await trial.say("GET", `${workflows}/${id}`, { token: "sandbox_one1" });
  expect(id === undefined || there.status < 300).toBe(true);
  return exported;
}

async function upheave(trial: HttpTrial, upheaval: Round["upheaval"], saved: Uint8Array) {
  switch (upheaval.kind) {
    case "export":
      return (await trial.say("GET", database)).bytes;
    case "import":
      expect((await trial.say("PUT", database, { body: saved })).status).toBe(204);
      return undefined;
    case "reset": {
      const { token } = upheaval;
      expect((await trial.say("POST", "/_sandbox/reset", { token, body: { seed: "empty" } })).status).toBe(200);
      return undefined;
    }
  }
}

/** The id of what was taken; nothing where the Buzz did not suffice. */
async function submit(trial: HttpTrial, { token, word }: Round["before"][number]): Promise<string | undefined> {
  const body = { steps: [flux(`a fox ${word}`, { quantity: 2, width: 64, height: 64 })] };
  const heard = await trial.say("POST", workflows, { token, body });
  expect([202, 403, 404], JSON.stringify(heard.body)).toContain(heard.status);
  return heard.status === 202 ? heard.body.id : undefined;
}

/** Whatever is live comes to its end. */
async function endAll(trial: HttpTrial): Promise<void> {
  for (const token of tokens) {
    const { items }: { items: Workflow[] } = (await trial.say("GET", `${workflows}?take=1000`, { token })).body;
    for (const { id } of items) await trial.say("GET", `${workflows}/${id}?wait=20`, { token });
  }
  for (const { status } of await check(trial)) expect(isOver(status)).toBe(true);
}

async function check(trial: HttpTrial): Promise<Workflow[]> {
  const all: Workflow[] = [];
  for (const token of tokens) {
    const books = (await trial.say("GET", "/_sandbox/account", { token })).body;
    const { items }: { items: Workflow[] } = (await trial.say("GET", `${workflows}?take=1000`, { token })).body;
    expectSoundBooks(books);
    const charged = new Set(books.entries.flatMap(({ workflowId }: { workflowId: string | null }) => workflowId ?? []));
    expect([...charged].toSorted(), "what is charged is there").toEqual(items.map(({ id }) => id).toSorted());
    for (const workflow of items) {
      expectOneCharge(books, String(workflow.id), 20);
      expectPaidToBeCost(workflow);
      expect(workflow.steps).toHaveLength(1);
    }
    all.push(...items);
  }
  return all;
}
