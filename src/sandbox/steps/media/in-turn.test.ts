import { availableParallelism } from "node:os";
import { describe, expect, it } from "vitest";
import { inTurn } from "./in-turn.ts";

describe("work that is done in turn", () => {
  it("leaves a processor free, and is all done, also after work that failed", async () => {
    let atWork = 0;
    let most = 0;
    const work = async (number: number) => {
      atWork += 1;
      most = Math.max(most, atWork);
      await new Promise((resolve) => setImmediate(resolve));
      atWork -= 1;
      if (number % 3 === 0) throw new Error(`no ${number}`);
      return number;
    };
    const all = await Promise.allSettled(Array.from({ length: 20 }, (_, number) => inTurn(() => work(number))));
    const told = all.map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)));
    expect(told).toEqual(
      Array.from({ length: 20 }, (_, number) => (number % 3 === 0 ? `Error: no ${number}` : number)),
    );
    expect(most).toBe(Math.min(4, Math.max(1, availableParallelism() - 1)));
  });
});
