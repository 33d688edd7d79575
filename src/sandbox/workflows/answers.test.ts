import { describe, expect, it } from "vitest";
import { sandboxForTests } from "./sandbox-for-tests.ts";

const anEcho = { $type: "echo", input: { message: "hello" } };

describe("an answer about a workflow", () => {
  it("carries every member, also those that nobody named", async () => {
    const { submit } = sandboxForTests();
    const answer = await submit({ steps: [anEcho] });
    expect(answer).toMatchObject({
      id: expect.any(String),
      createdAt: "2026-01-01T00:00:00.000Z",
      status: expect.any(String),
      steps: [expect.objectContaining({ $type: "echo" })],
      tags: [],
      metadata: {},
      arguments: {},
      callbacks: [],
      tips: { civitai: 0, creators: 0 },
      cost: expect.objectContaining({ total: 10 }),
      transactions: { list: [expect.objectContaining({ type: "debit" })] },
      upgradeMode: "manual",
      currencies: ["blue", "green", "yellow"],
      allowMatureContent: false,
    });
  });

  it("names unnamed steps by their place", async () => {
    const { submit } = sandboxForTests();
    const { steps } = await submit({ steps: [anEcho, { ...anEcho, name: "middle" }, anEcho] });
    expect(steps.map(({ name }) => name)).toEqual(["$0", "middle", "$2"]);
  });

  it("tells an empty list of currencies as all of them, in the order of spending", async () => {
    const { submit } = sandboxForTests();
    expect((await submit({ steps: [anEcho], currencies: [] })).currencies).toEqual(["blue", "green", "yellow"]);
    expect((await submit({ steps: [anEcho], currencies: ["yellow", "blue"] })).currencies).toEqual(["yellow", "blue"]);
  });
});
