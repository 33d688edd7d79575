import { describe, expect, it, vi } from "vitest";
import { awaitWorkflow } from "./await.ts";
import { openView, sandboxForTests } from "./sandbox-for-tests.ts";
import { updateWorkflow } from "./update.ts";

const aPicture = { steps: [{ $type: "imageGen", input: { engine: "flux", prompt: "a fox" } }] };

/** Tells whether a promise has come to an end by now. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  return Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setTimeout(resolve, 5, false))]);
}

describe("awaitWorkflow", () => {
  it("resolves at the end, and not at a change before", async () => {
    const { services, account, submit, pass } = sandboxForTests();
    const { id } = await submit(aPicture);
    const waiting = awaitWorkflow(services, account, id ?? "", { waitSeconds: 30, until: "completion" });
    await pass(2);
    expect(await isOver(waiting)).toBe(false);
    await pass(5);
    expect(await isOver(waiting)).toBe(true);
  });

  it("resolves at the next change when asked to, and for its own workflow only", async () => {
    const { services, account, submit, pass } = sandboxForTests();
    const one = (await submit(aPicture)).id ?? "";
    const other = (await submit({ ...aPicture, steps: [{ ...aPicture.steps[0], name: "x" }] })).id ?? "";
    const waiting = awaitWorkflow(services, account, one, { waitSeconds: 30, until: "change" });
    await updateWorkflow(services, account, other, { tags: ["x"] }, { ...openView, whatif: false });
    expect(await isOver(waiting)).toBe(false);
    await pass(0.5);
    expect(await isOver(waiting)).toBe(true);
  });

  it("is at an end at once for a workflow that is over or unknown", async () => {
    const { services, account, submit, pass } = sandboxForTests();
    const { id } = await submit(aPicture);
    await pass(10);
    expect(await isOver(awaitWorkflow(services, account, id ?? "", { waitSeconds: 30, until: "change" }))).toBe(true);
    expect(await isOver(awaitWorkflow(services, account, "none", { waitSeconds: 30, until: "change" }))).toBe(true);
  });

  it("ends when the caller goes away and when the time is up", async () => {
    const { services, account, submit } = sandboxForTests();
    const id = (await submit(aPicture)).id ?? "";
    const caller = new AbortController();
    const left = awaitWorkflow(services, account, id, { waitSeconds: 30, until: "completion", signal: caller.signal });
    const short = awaitWorkflow(services, account, id, { waitSeconds: 0.01, until: "completion" });
    caller.abort();
    await left;
    await short;
    expect(await isOver(awaitWorkflow(services, account, id, { waitSeconds: 30, until: "completion" }))).toBe(false);
  });

  it("waits for 100 s at most", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { services, account, submit } = sandboxForTests();
      const id = (await submit(aPicture)).id ?? "";
      let isEnded = false;
      void awaitWorkflow(services, account, id, { waitSeconds: 3_600, until: "completion" }).then(() => {
        isEnded = true;
      });
      await vi.advanceTimersByTimeAsync(99_900);
      expect(isEnded).toBe(false);
      await vi.advanceTimersByTimeAsync(100);
      expect(isEnded).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});
