import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Workflow, WorkflowPage } from "#contract/workflow.ts";
import { echo, type HttpTrial, httpTrial } from "../http/http-trial.ts";

/*
 * Somebody turns over the pages of a list while others add, remove and retag workflows between one page and the next.
 */
const tags = ["red", "green", "blue"];
const tagSet = fc.subarray(tags);
const write = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), tags: tagSet }),
  fc.record({ kind: fc.constant("remove" as const), which: fc.nat() }),
  fc.record({ kind: fc.constant("retag" as const), which: fc.nat(), tags: tagSet }),
);
type Write = typeof write extends fc.Arbitrary<infer One> ? One : never;
const filter = fc.record({
  tags: fc.subarray(tags, { maxLength: 2 }),
  excludeTags: fc.subarray(tags, { maxLength: 1 }),
  query: fc.constantFrom(undefined, "no", "note", "note 1", "absent"),
  status: fc.constantFrom(undefined, "succeeded"),
  ascending: fc.boolean(),
  take: fc.integer({ min: 1, max: 5 }),
});
type Filter = typeof filter extends fc.Arbitrary<infer One> ? One : never;

/** A workflow as the writers know it; `at` tells after how many pages it was added, `isTouched` that it was changed. */
type Known = { id: string; tags: string[]; note: string; isTouched: boolean; isOver: boolean; at: number };

describe("the pages of a list, while others write", () => {
  it("show every workflow that fits throughout once, and none twice or out of order", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(tagSet, { maxLength: 25 }),
        filter,
        fc.array(fc.array(write, { maxLength: 3 }), { maxLength: 30 }),
        async (first, wish, writes) => {
          const shelf = await aShelf(first);
          const seen = await turnOver(shelf, wish, writes);
          expect(new Set(seen.ids).size, "none twice").toBe(seen.ids.length);
          const order = seen.ids.map((id) => shelf.known.findIndex((known) => known.id === id));
          expect(order, "in order").toEqual(order.toSorted((a, b) => (wish.ascending ? a - b : b - a)));
          expect(seen.ids).toEqual(expect.arrayContaining(expectedOf(shelf.known, wish, seen.pages)));
          const stayed = shelf.known.filter(({ isTouched }) => !isTouched);
          const unfit = stayed.filter((known) => !fits(known, wish)).map(({ id }) => id);
          expect(seen.ids.filter((id) => unfit.includes(id))).toEqual([]);
          await shelf.trial.sandbox.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});

type Shelf = { trial: HttpTrial; known: Known[] };

async function aShelf(first: string[][]): Promise<Shelf> {
  const trial = httpTrial({ rateLimit: { perMinute: 1e9, burst: 1e9 } });
  const shelf: Shelf = { trial, known: [] };
  for (const tagsOfOne of first) await add(shelf, tagsOfOne, 0);
  await trial.pass(5);
  for (const known of shelf.known) known.isOver = true;
  return shelf;
}

async function add({ trial, known }: Shelf, tagsOfOne: string[], at: number): Promise<void> {
  const note = `Note ${known.length}`;
  const { id }: Workflow = await trial.submit({ tags: tagsOfOne, metadata: { note }, steps: [echo] });
  known.push({ id: String(id), tags: tagsOfOne, note, isTouched: false, isOver: false, at });
}

/** Every page until there is no next one, with the writes between. */
async function turnOver(shelf: Shelf, wish: Filter, writes: Write[][]): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const heard = await shelf.trial.say("GET", `/v2/consumer/workflows?${queryOf(wish, cursor)}`);
    expect(heard.status).toBe(200);
    const { items, next }: WorkflowPage = heard.body;
    expect(items?.length).toBeLessThanOrEqual(wish.take);
    ids.push(...(items ?? []).map(({ id }) => String(id)));
    if (!next) return { ids, pages };
    cursor = next;
    for (const one of writes[pages - 1] ?? []) await carryOut(shelf, one, pages);
  }
}

async function carryOut(shelf: Shelf, one: Write, at: number): Promise<void> {
  if (one.kind === "add") return add(shelf, one.tags, at);
  const known = shelf.known[one.which % Math.max(1, shelf.known.length)];
  if (!known) return;
  known.isTouched = true;
  const path = `/v2/consumer/workflows/${known.id}`;
  if (one.kind === "remove") await shelf.trial.say("DELETE", path);
  else await shelf.trial.say("PUT", path, { body: { tags: one.tags } });
}

/** What has to be among the pages: all that fits and stayed as it was; of what was added, only what comes at the end. */
function expectedOf(known: readonly Known[], wish: Filter, pages: number): string[] {
  const isInTime = ({ at }: Known) => at === 0 || (wish.ascending && at < pages);
  return known.filter((one) => !one.isTouched && isInTime(one) && fits(one, wish)).map(({ id }) => id);
}

function fits(known: Known, wish: Filter): boolean {
  return (
    wish.tags.every((tag) => known.tags.includes(tag)) &&
    !wish.excludeTags.some((tag) => known.tags.includes(tag)) &&
    (wish.query === undefined || `note\n${known.note.toLowerCase()}`.includes(wish.query)) &&
    (wish.status === undefined || known.isOver)
  );
}

function queryOf(wish: Filter, cursor: string | undefined): URLSearchParams {
  const query = new URLSearchParams({ take: String(wish.take), ascending: String(wish.ascending) });
  for (const tag of wish.tags) query.append("tags", tag);
  for (const tag of wish.excludeTags) query.append("excludeTags", tag);
  if (wish.query !== undefined) query.set("query", wish.query);
  if (wish.status !== undefined) query.set("status", wish.status);
  if (cursor !== undefined) query.set("cursor", cursor);
  return query;
}
