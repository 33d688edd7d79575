import { describe, expect, it } from "vitest";
import { ApiProblem } from "./api-problem.ts";
import { type BulkEntry, BulkStop, runBulk } from "./bulk-run.ts";

const refused = (status: number, retryAfterSeconds?: number) =>
  new ApiProblem({
    kind: status >= 500 ? "server" : "refused",
    title: "No",
    detail: "Not this one.",
    status,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
const lost = () => new ApiProblem({ kind: "network", title: "No answer", detail: "Lost." });

/** Run over names; `answers` tells for each what its tries throw in turn, `undefined` being success. */
async function run(answers: Record<string, (Error | undefined)[]>, stopAfter?: string) {
  const control = new AbortController();
  const entries: BulkEntry<string, string>[] = [];
  const waits: number[] = [];
  const tries: string[] = [];
  await runBulk<string, string>({
    items: Object.keys(answers),
    act: async (item) => {
      tries.push(item);
      const error = answers[item]?.shift();
      if (error) throw error;
      return item.toUpperCase();
    },
    stop: control.signal,
    onOutcome: (entry) => {
      entries.push(entry);
      if (entry.item === stopAfter) control.abort();
    },
    wait: async (ms) => void waits.push(ms),
  });
  return {
    states: Object.fromEntries(entries.map(({ item, outcome }) => [item, outcome.state])),
    waits,
    tries,
    entries,
  };
}

describe("runBulk", () => {
  it("does one item after another and tells the outcome of each", async () => {
    const { states, tries } = await run({ a: [], b: [refused(404)], c: [] });
    expect(states).toEqual({ a: "done", b: "failed", c: "done" });
    expect(tries).toEqual(["a", "b", "c"]);
  });

  it("waits as long as the server asks, however often it says that there are too many requests", async () => {
    const { states, waits } = await run({ a: Array.from({ length: 6 }, () => refused(429, 3)) });
    expect(states).toEqual({ a: "done" });
    expect(waits).toEqual([3000, 3000, 3000, 3000, 3000, 3000]);
  });

  it("tries a server failure again three times, then goes on with the next", async () => {
    const { states, tries } = await run({ a: [502, 502, 502, 502, 502].map((status) => refused(status)), b: [] });
    expect(states).toEqual({ a: "failed", b: "done" });
    expect(tries).toEqual(["a", "a", "a", "a", "b"]);
  });

  it("ends when the network stays away, and says of the rest that it was not tried", async () => {
    const { states, entries } = await run({ a: [lost(), lost(), lost(), lost()], b: [], c: [] });
    expect(states).toEqual({ a: "failed", b: "skipped", c: "skipped" });
    expect(entries[2]?.outcome).toEqual({ state: "skipped", why: "The server could not be reached." });
  });

  it("leaves the rest when it is stopped", async () => {
    const { states, tries } = await run({ a: [], b: [], c: [] }, "a");
    expect(states).toEqual({ a: "done", b: "skipped", c: "skipped" });
    expect(tries).toEqual(["a"]);
  });

  it("ends where the action says so, with its reason for all that were left", async () => {
    const { entries, tries } = await run({ a: [], b: [new BulkStop("The price went up.")], c: [] });
    expect(entries.slice(1).map(({ outcome }) => outcome)).toEqual([
      { state: "skipped", why: "The price went up." },
      { state: "skipped", why: "The price went up." },
    ]);
    expect(tries).toEqual(["a", "b"]);
  });
});
