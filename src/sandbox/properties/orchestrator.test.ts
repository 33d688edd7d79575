import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencies } from "#contract/currency.ts";
import type { Workflow } from "#contract/workflow.ts";
import { flux, type Heard, type HttpTrial, httpTrial, type Saying } from "../http/http-trial.ts";
import { DroppedConnection } from "../http/meet-fault.ts";
import { expectOneCharge, expectPaidToBeCost, expectSoundBooks, isOver } from "./sound-books.ts";

/*
 * An account of which much is asked, with faults armed and the process started anew in between. Whatever comes: the
 * books are sound, nothing is charged twice, what is over stays as it is, and in the end what was paid was delivered.
 */
const words = ["", "[rated:x]", "[fail]", "[fail-once]", "[partial]", "[expire]", "[slow]", "[blocked:Law]"];
const which = fc.nat({ max: 9 });
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("submit" as const),
      order: fc.nat({ max: 14 }),
      together: fc.integer({ min: 1, max: 3 }),
      fault: fc.constantFrom(undefined, undefined, "drop", "drop-after-commit", "500", "429", "502-html"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("release" as const), which, isWhatif: fc.boolean() }) },
  fc.record({ kind: fc.constant("cancel" as const), which }),
  fc.record({ kind: fc.constant("delete" as const), which }),
  fc.record({ kind: fc.constant("edit" as const), which, quantity: fc.integer({ min: 1, max: 4 }) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("pass" as const), seconds: fc.constantFrom(0, 1, 4, 70) }) },
  fc.record({ kind: fc.constant("restart" as const), isCrash: fc.boolean() }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;
const order = fc.record({
  word: fc.constantFrom(...words),
  quantity: fc.integer({ min: 1, max: 4 }),
  isChained: fc.boolean(),
  upgradeMode: fc.constantFrom("manual", "automatic"),
  currencies: fc.subarray([...currencies]),
});
type Order = typeof order extends fc.Arbitrary<infer One> ? One : never;
const balances = fc.record({ blue: fc.nat({ max: 90 }), green: fc.nat({ max: 60 }), yellow: fc.nat({ max: 160 }) });

/** What is known from answers. `ids` of the orders, by their number; `endings` of the workflows. */
type World = {
  folder: string;
  trial: HttpTrial;
  orders: Order[];
  ids: Map<number, string>;
  isGone: Set<string>;
  endings: Map<string, string>;
};

describe("an account, whatever is asked of it and whatever breaks", () => {
  it("never owes, pays once for what it gets, and sees nothing change that is over", { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        balances,
        fc.array(order, { minLength: 15, maxLength: 15 }),
        fc.array(act, { minLength: 1, maxLength: 16 }),
        async (opening, orders, acts) => {
          const world = await aWorld(opening, orders);
          for (const one of acts) {
            await perform(world, one);
            await check(world);
          }
          await endAll(world);
          await world.trial.sandbox.close();
          rmSync(world.folder, { recursive: true });
        },
      ),
      { numRuns: 60 },
    );
  });
});

const options = { rateLimit: { perMinute: 1e9, burst: 1e9 } };
const workflows = "/v2/consumer/workflows";

async function aWorld(opening: object, orders: Order[]): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "baton-properties-"));
  const trial = httpTrial({ ...options, database: join(folder, "0.db") });
  await trial.say("POST", "/_sandbox/accounts", { body: { token: "sandbox_trial", balances: opening } });
  return { folder, trial, orders, ids: new Map(), isGone: new Set(), endings: new Map() };
}

async function perform(world: World, one: Act): Promise<void> {
  switch (one.kind) {
    case "submit":
      return submit(world, one);
    case "pass":
      return world.trial.pass(one.seconds);
    case "restart":
      return restart(world, one.isCrash);
    default: {
      const known = [...world.ids.values()].filter((id) => !world.isGone.has(id));
      const id = known[one.which % Math.max(1, known.length)];
      if (id) await amend(world, id, one);
    }
  }
}

async function amend({ trial, isGone }: World, id: string, one: Exclude<Act, { kind: "submit" | "pass" | "restart" }>) {
  const path = `${workflows}/${id}`;
  switch (one.kind) {
    case "release": {
      const body = { allowMatureContent: true };
      return expectStatus(await trial.say("PUT", `${path}?whatif=${one.isWhatif}`, { body }), [200, 400]);
    }
    case "cancel":
      return expectStatus(await trial.say("PUT", path, { body: { status: "canceled" } }), [200, 409]);
    case "delete":
      isGone.add(id);
      return expectStatus(await trial.say("DELETE", path), [204]);
    case "edit": {
      const { input } = secondStep(one.quantity);
      return expectStatus(
        await trial.say("PUT", `${path}/steps/second`, { body: { input } }),
        [200, 204, 400, 404, 409],
      );
    }
  }
}

/** Send an order, perhaps several times at once and perhaps into a fault, and again when there was no answer. */
async function submit(world: World, { order: number, together, fault }: Extract<Act, { kind: "submit" }>) {
  const { trial, orders, ids, isGone } = world;
  const wish = orders[number];
  // What was deleted frees its externalId, and would be a new order.
  if (!wish || isGone.has(ids.get(number) ?? "")) return;
  if (fault)
    await trial.say("POST", "/_sandbox/faults", { body: { kind: fault, times: 1, match: { method: "POST" } } });
  const body = templateOf(wish, number);
  const tries = Array.from({ length: together }, () => sayOrNothing(trial, "POST", workflows, { body }));
  const first = (await Promise.all(tries)).filter((heard) => heard !== undefined);
  await trial.say("DELETE", "/_sandbox/faults");
  const again = await trial.say("POST", workflows, { body });
  for (const heard of [...first, again]) {
    expectStatus(heard, [200, 202, 403, 429, 500, 502]);
    if (heard.status > 202) continue;
    expect(heard.body.id, "one order is one workflow").toBe(ids.get(number) ?? heard.body.id);
    ids.set(number, heard.body.id);
  }
}

function templateOf({ word, quantity, isChained, upgradeMode, currencies }: Order, number: number) {
  const first = { ...flux(`a fox ${word}`, { quantity, width: 64, height: 64 }), name: "first", retries: 1 };
  const steps = isChained ? [first, secondStep(1)] : [first];
  return { externalId: `order-${number}`, steps, upgradeMode, currencies };
}

function secondStep(quantity: number) {
  const prompt = { $ref: "first", path: "output.images[0].id" };
  return { $type: "imageGen", name: "second", input: { engine: "flux", prompt, width: 64, height: 64, quantity } };
}

/** A new process over the file: of one that was closed, or of what a kill in the middle of the work leaves of it. */
async function restart(world: World, isCrash: boolean): Promise<void> {
  const { trial, folder } = world;
  const { database } = trial.sandbox.services.options;
  const next = isCrash ? join(folder, `${Math.random()}.db`) : database;
  if (isCrash) {
    const working = trial.sandbox.idle();
    await Promise.resolve();
    for (const part of ["", "-wal"]) if (existsSync(database + part)) copyFileSync(database + part, next + part);
    await working;
  }
  await trial.sandbox.close();
  world.trial = httpTrial({ ...options, database: next });
  world.trial.clock.set(trial.clock.now());
}

async function check(world: World): Promise<Workflow[]> {
  const { trial, ids, isGone, endings, orders } = world;
  const books = (await trial.say("GET", "/_sandbox/account")).body;
  expectSoundBooks(books);
  const { items }: { items: Workflow[] } = (await trial.say("GET", `${workflows}?take=1000`)).body;
  const expected = [...ids.values()].filter((id) => !isGone.has(id));
  expect(items.map(({ id }) => id).toSorted(), "what was answered is there").toEqual(expected.toSorted());
  for (const [number, id] of ids) {
    const { quantity = 0, isChained } = orders[number] ?? {};
    expectOneCharge(books, id, 10 * (quantity + (isChained ? 1 : 0)));
  }
  for (const workflow of items) {
    const id = String(workflow.id);
    expectPaidToBeCost(workflow);
    expect(endings.get(id) ?? workflow.status, `${id} is over`).toBe(workflow.status);
    if (isOver(workflow.status)) endings.set(id, workflow.status);
  }
  return items;
}

/** In the end everything is over, once nobody is waited for any more, and what was paid was delivered. */
async function endAll(world: World): Promise<void> {
  await world.trial.pass(70);
  for (const { id, status } of await check(world)) {
    if (isOver(status)) continue;
    const released = await world.trial.say("PUT", `${workflows}/${id}`, { body: { allowMatureContent: true } });
    if (released.status === 400) await world.trial.say("PUT", `${workflows}/${id}`, { body: { status: "canceled" } });
  }
  await world.trial.pass(140);
  for (const { status } of await check(world)) expect(isOver(status)).toBe(true);
}

/** What came back, if anything did. */
async function sayOrNothing(trial: HttpTrial, method: string, path: string, saying: Saying) {
  try {
    return await trial.say(method, path, saying);
  } catch (error) {
    if (error instanceof DroppedConnection) return undefined;
    throw error;
  }
}

function expectStatus({ status, body }: Heard, allowed: number[]): void {
  expect(allowed, JSON.stringify(body)).toContain(status);
}
