import { describe, expect, it } from "vitest";
import { deleteWorkflow } from "./delete.ts";
import { type ListFilter, queryWorkflows } from "./query.ts";
import { openView, sandboxForTests, type TestSandbox } from "./sandbox-for-tests.ts";

const anEcho = (message = "hi") => ({ steps: [{ $type: "echo", input: { message } }] });

function page({ services, account }: TestSandbox, filter: ListFilter) {
  const outcome = queryWorkflows(services, account, filter, openView);
  if (!outcome.ok) throw new Error(`Refused: ${outcome.reason}`);
  return { names: outcome.value.items.map(({ metadata }) => metadata?.name), next: outcome.value.next };
}

/** Workflows named by a letter, a minute apart, all of them over. */
async function aShelf() {
  const sandbox = sandboxForTests();
  const bodies = [
    { name: "a", tags: ["spring", "hero"], message: "ok" },
    { name: "b", tags: ["spring"], message: "[fail]" },
    { name: "c", tags: ["hero", "spring", "draft"], message: "ok" },
    { name: "d", tags: [], message: "[expire]" },
    { name: "e", tags: ["hero"], message: "ok" },
  ];
  for (const { name, tags, message } of bodies) {
    await sandbox.submit({ ...anEcho(message), tags, metadata: { name, note: `Shot ${name.toUpperCase()}1` } });
    await sandbox.pass(60);
  }
  return sandbox;
}

describe("queryWorkflows", () => {
  it("shows 100 where nothing is said", async () => {
    const sandbox = sandboxForTests({ balances: { blue: 2_000 } });
    for (let number = 0; number < 101; number += 1) await sandbox.submit({ ...anEcho(), metadata: { name: number } });
    const first = page(sandbox, {});
    expect(first.names).toHaveLength(100);
    expect(page(sandbox, { cursor: first.next }).names).toEqual([0]);
  });

  it("shows none for more tags than a workflow has, however many they are", async () => {
    const sandbox = sandboxForTests();
    const tags = Array.from({ length: 80 }, (_, index) => `tag ${index}`);
    for (let first = 0; first < tags.length; first += 10) {
      await sandbox.submit({ ...anEcho(), tags: tags.slice(first, first + 10), metadata: { name: first } });
    }
    expect(page(sandbox, { tags: tags.slice(0, 10) }).names).toEqual([0]);
    expect(page(sandbox, { tags: tags.slice(0, 11) }).names).toEqual([]);
    expect(page(sandbox, { tags }).names).toEqual([]);
  });

  it.each<[string, ListFilter, string[]]>([
    ["newest first", {}, ["e", "d", "c", "b", "a"]],
    ["oldest first on request", { ascending: true }, ["a", "b", "c", "d", "e"]],
    ["all of the tags", { tags: ["spring", "hero"] }, ["c", "a"]],
    ["nothing for a tag that nobody used", { tags: ["spring", "autumn"] }, []],
    ["none of the excluded tags", { tags: ["hero"], excludeTags: ["draft", "unknown"] }, ["e", "a"]],
    ["any of the statuses", { status: ["failed", "expired"] }, ["d", "b"]],
    ["tags and status together", { tags: ["spring"], status: ["succeeded"] }, ["c", "a"]],
    ["no unsuccessful ones", { excludeFailed: true }, ["e", "c", "a"]],
    ["from a date, inclusive", { fromDate: "2026-01-01T00:03:00Z" }, ["e", "d"]],
    ["to a date, inclusive", { toDate: "2026-01-01T00:01:00Z" }, ["b", "a"]],
    ["between dates", { fromDate: "2026-01-01T00:00:30Z", toDate: "2026-01-01T00:02:30Z" }, ["c", "b"]],
    ["nothing from a date to come", { fromDate: "2027-01-01T00:00:00Z" }, []],
    ["a text in metadata, in any case", { query: "shot C" }, ["c"]],
    ["a percent sign as it stands", { query: "%" }, []],
  ])("lists %s", async (_, filter, names) => {
    expect(page(await aShelf(), filter).names).toEqual(names);
  });

  it("shows an account its own workflows only", async () => {
    const { services } = await aShelf();
    const stranger = services.store.accounts.insert("another hash", { write: true, mature: true }, 0);
    expect(queryWorkflows(services, stranger, {}, openView)).toEqual({ ok: true, value: { items: [] } });
  });

  it.each([false, true])(
    "has no gaps and no repeats across pages while others write (ascending: %s)",
    async (ascending) => {
      const sandbox = sandboxForTests({ balances: { blue: 10_000 } });
      const ids: (string | null | undefined)[] = [];
      for (let number = 0; number < 30; number += 1) {
        ids.push((await sandbox.submit({ ...anEcho(), tags: ["all"], metadata: { name: number } })).id);
      }
      const seen: unknown[] = [];
      let cursor: string | undefined;
      do {
        const { names, next } = page(sandbox, { tags: ["all"], take: 4, cursor, ascending });
        seen.push(...names);
        cursor = next;
        await sandbox.submit({ ...anEcho(), tags: ["all"], metadata: { name: `new after ${seen.length}` } });
        deleteWorkflow(sandbox.services, sandbox.account, ids[ascending ? 29 : 0] ?? "");
      } while (cursor !== undefined && seen.length < 200);
      const old = seen.filter((name) => typeof name === "number");
      const expected = Array.from({ length: 29 }, (_, index) => (ascending ? index : 29 - index));
      expect(old).toEqual(expected);
    },
  );

  it("gives the last page no next", async () => {
    const sandbox = await aShelf();
    const first = page(sandbox, { take: 3 });
    const second = page(sandbox, { take: 3, cursor: first.next });
    expect([first.next, second.next]).toEqual([expect.any(String), undefined]);
    expect(page(sandbox, { take: 5 }).next).toBeUndefined();
  });

  it("refuses what is no cursor", async () => {
    const { services, account } = sandboxForTests();
    expect(queryWorkflows(services, account, { cursor: "page 2" }, openView)).toMatchObject({
      errors: { cursor: [expect.stringContaining("next")] },
    });
  });
});
