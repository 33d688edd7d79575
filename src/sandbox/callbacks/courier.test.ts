import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Delivery } from "#contract/callback-operations.ts";
import { echo, flux, type HttpTrial } from "../http/http-trial.ts";
import { callbackTrial, hook } from "./callback-trial.ts";
import { maxTries, retryWaitMs } from "./retry-plan.ts";

const other = "https://hooks.example/other";
const to = (url: string, type = ["workflow:*"]) => ({ url, type });

async function log({ say }: HttpTrial): Promise<Delivery[]> {
  return (await say("GET", "/_sandbox/callbacks?take=200")).body.items;
}

describe("a failed delivery", () => {
  it.each([
    ["400", 400, { status: 400, answer: "answered 400" }],
    ["500", 500, { status: 500, answer: "answered 500" }],
    ["301", 301, { status: 301 }],
    ["a connection that fails", new Error("connect ECONNREFUSED"), { error: "connect ECONNREFUSED" }],
  ])("is tried again after %s", async (_, answer, tried) => {
    const trial = callbackTrial();
    trial.answerWith(() => answer);
    await trial.submit({ steps: [echo], callbacks: [to(hook, ["workflow:succeeded"])] });
    await trial.sandbox.idle();
    const [waiting] = await log(trial);
    expect(waiting).toMatchObject({ state: "pending", tries: [tried] });
    expect(Date.parse(waiting?.nextTryAt ?? "")).toBeGreaterThan(trial.clock.now());
    trial.answerWith(() => 200);
    await trial.pass(1);
    expect((await log(trial))[0]).toMatchObject({
      state: "delivered",
      nextTryAt: null,
      tries: [tried, { status: 200 }],
    });
  });

  it("holds back the later events of its workflow, and they come in order", async () => {
    const trial = callbackTrial();
    trial.answerWith(() => 503);
    await trial.submit({ steps: [flux("a fox")], callbacks: [to(hook)] });
    await trial.pass(10);
    expect(new Set(trial.story())).toEqual(new Set(["workflow unassigned"]));
    trial.received.length = 0;
    trial.answerWith(() => 200);
    await trial.pass(60);
    expect(trial.story()).toEqual(
      ["unassigned", "preparing", "scheduled", "processing", "succeeded"].map((status) => `workflow ${status}`),
    );
  });

  it("holds back neither other workflows nor other receivers", async () => {
    const trial = callbackTrial();
    trial.answerWith((url) => (url === hook ? 503 : 200));
    await trial.submit({ steps: [echo], callbacks: [to(hook), to(other)] });
    await trial.submit({ steps: [echo], callbacks: [to(other)] });
    await trial.sandbox.idle();
    expect(trial.story(other).filter((told) => told === "workflow succeeded")).toHaveLength(2);
  });

  it(`is given up after ${maxTries} tries, and the next event has its turn`, async () => {
    const trial = callbackTrial();
    trial.answerWith(() => 500);
    await trial.submit({ steps: [echo], callbacks: [to(hook, ["workflow:unassigned", "workflow:succeeded"])] });
    for (let tried = 0; tried < maxTries; tried += 1) {
      await trial.sandbox.idle();
      trial.clock.advance(600);
    }
    const [second, first] = await log(trial);
    expect(first).toMatchObject({ state: "given-up", nextTryAt: null });
    expect(first?.tries).toHaveLength(maxTries);
    expect(second?.state).toBe("pending");
    trial.answerWith(() => 200);
    await trial.sandbox.idle();
    expect((await log(trial))[0]?.state).toBe("delivered");
    expect(trial.story().at(-1)).toBe("workflow succeeded");
  });
});

describe("retryWaitMs", () => {
  it("doubles from half a second to a second on, up to ten minutes, half of it left to chance", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: maxTries }), (seq, failures) => {
        const wholeMs = Math.min(600_000, 1000 * 2 ** (failures - 1));
        expect(retryWaitMs(seq, failures)).toBeGreaterThanOrEqual(wholeMs / 2);
        expect(retryWaitMs(seq, failures)).toBeLessThanOrEqual(wholeMs);
      }),
    );
    expect(new Set(Array.from({ length: 50 }, (_, seq) => retryWaitMs(seq, 5))).size).toBeGreaterThan(40);
  });
});

describe("the order of deliveries", () => {
  it("is that of the events for each workflow and receiver, whatever fails when", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        async (fates, count) => {
          const trial = callbackTrial();
          let turn = 0;
          trial.answerWith(() => {
            turn += 1;
            return fates[turn - 1] === false ? new Error("down") : 200;
          });
          for (let one = 0; one < count; one += 1) {
            await trial.submit({ steps: [flux("a fox")], callbacks: [to(hook), to(other)] });
          }
          for (let minute = 0; minute < 40; minute += 1) {
            trial.clock.advance(30);
            await trial.sandbox.idle();
          }
          for (const url of [hook, other]) {
            const ids = new Set(trial.received.map(({ payload }) => payload.workflowId));
            expect(ids.size).toBe(count);
            for (const id of ids) {
              const told = trial.received.filter((one) => one.url === url && one.payload.workflowId === id);
              expect(told.map(({ payload }) => payload.status)).toEqual([
                ...["unassigned", "preparing", "scheduled", "processing", "succeeded"],
              ]);
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("many deliveries at once", () => {
  it("go to their receivers side by side, and warn of nothing", async () => {
    const warnings: Error[] = [];
    const hear = (warning: Error) => warnings.push(warning);
    process.on("warning", hear);
    let [atOnce, most] = [0, 0];
    const send = async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      return new Response(null, { status: 204 });
    };
    const trial = callbackTrial({ callbacks: { send } });
    for (let one = 0; one < 80; one += 1) {
      await trial.submit({ steps: [echo], callbacks: [to(`https://hooks.example/${one}`)] });
    }
    await trial.sandbox.idle();
    process.off("warning", hear);
    expect(most).toBe(64);
    expect(warnings).toEqual([]);
    const { items } = (await trial.say("GET", "/_sandbox/callbacks?take=200")).body;
    expect(items.filter(({ state }: Delivery) => state === "delivered")).toHaveLength(200);
  });
});

describe("a restart", () => {
  it("loses no event: what was not delivered is sent by the next process on the same file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "callbacks-"));
    const database = join(folder, "sandbox.db");
    const before = callbackTrial({ database });
    before.answerWith(() => new Error("down"));
    await before.submit({ steps: [flux("a fox")], callbacks: [to(hook)] });
    await before.pass(2);
    await before.sandbox.close();
    const after = callbackTrial({ database });
    after.clock.set(before.clock.now());
    await after.pass(60);
    expect(after.story()).toEqual(
      ["unassigned", "preparing", "scheduled", "processing", "succeeded"].map((status) => `workflow ${status}`),
    );
    await after.sandbox.close();
    rmSync(folder, { recursive: true });
  });

  it("sends again what was on its way when the sandbox was closed, and does not count that as a try", async () => {
    const folder = mkdtempSync(join(tmpdir(), "callbacks-"));
    const database = join(folder, "sandbox.db");
    let tellUnderWay = () => {};
    const isUnderWay = new Promise<void>((resolve) => {
      tellUnderWay = resolve;
    });
    const send = (_: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        tellUnderWay();
        signal?.addEventListener("abort", () => reject(new Error("aborted")));
      });
    const before = callbackTrial({ database, callbacks: { send }, running: true });
    await before.submit({ steps: [echo], callbacks: [to(hook, ["workflow:succeeded"])] });
    await isUnderWay;
    await before.sandbox.close();
    const after = callbackTrial({ database });
    await after.sandbox.idle();
    expect(after.story()).toEqual(["workflow succeeded"]);
    expect((await log(after))[0]?.tries).toHaveLength(1);
    await after.sandbox.close();
    rmSync(folder, { recursive: true });
  });
});
