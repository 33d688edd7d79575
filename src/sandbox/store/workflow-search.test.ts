import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Status, statuses } from "#contract/status.ts";
import { randomFrom } from "../random.ts";
import { openStore } from "./store.ts";
import type { StoredWorkflow } from "./workflow-store.ts";
import type { WorkflowFilter } from "./workflow-walk.ts";

const tagNames = ["all", "half", "tenth", "rare", "never"];

/** Enough workflows that the search walks in each of its ways: by a rare tag, by a rare status, and along the newest. */
function aShelf(count: number) {
  const store = openStore(":memory:");
  const random = randomFrom(7);
  const account = store.accounts.insert("hash", { write: true, mature: true }, 0);
  const stored: StoredWorkflow[] = [];
  store.transaction(() => {
    for (let number = 0; number < count; number += 1) {
      const shares = [1, 0.5, 0.1, 0.005, 0];
      const tags = tagNames.filter((_, index) => random() < (shares[index] ?? 0));
      const status: Status =
        random() < 0.9 ? "succeeded" : (statuses[Math.floor(random() * statuses.length)] ?? "failed");
      stored.push(
        store.workflows.insert({
          id: `wf_${number}`,
          accountId: account.id,
          status,
          createdAt: number * 10,
          terms: {
            arguments: {},
            callbacks: [],
            tips: { civitai: 0, creators: 0 },
            currencies: [],
            upgradeMode: "manual",
          },
          allowMatureContent: false,
          metadata: { name: `Shot ${number % 50}` },
          tags,
        }),
      );
    }
  });
  return { store, account, stored };
}

/** What a filter means, said without SQL. */
function scan(
  stored: readonly StoredWorkflow[],
  filter: WorkflowFilter,
  wordsOf = (metadata: StoredWorkflow["metadata"]) => String(metadata.name),
): number[] {
  const { fromDate, toDate, text, after } = filter;
  const found = stored.filter(
    ({ seq, tags, status, createdAt, metadata }) =>
      filter.tags.every((tag) => tags.includes(tag)) &&
      !filter.excludeTags.some((tag) => tags.includes(tag)) &&
      (filter.statuses.length === 0 || filter.statuses.includes(status)) &&
      !filter.excludeStatuses.includes(status) &&
      (fromDate === undefined || createdAt >= fromDate) &&
      (toDate === undefined || createdAt <= toDate) &&
      (text === undefined || wordsOf(metadata).toLowerCase().includes(text.toLowerCase())) &&
      (after === undefined || (filter.ascending ? seq > after : seq < after)),
  );
  return (filter.ascending ? found : found.toReversed()).slice(0, filter.take).map(({ seq }) => seq);
}

const count = 6000;
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
const filters: fc.Arbitrary<WorkflowFilter> = fc.record({
  tags: fc.subarray(tagNames, { maxLength: 3 }),
  excludeTags: fc.subarray(tagNames, { maxLength: 1 }),
  statuses: fc.subarray([...statuses], { maxLength: 2 }),
  excludeStatuses: fc.subarray([...statuses], { maxLength: 1 }),
  fromDate: maybe(fc.integer({ min: -10, max: count * 11 })),
  toDate: maybe(fc.integer({ min: -10, max: count * 11 })),
  text: maybe(fc.constantFrom("shot 7", "SHOT 12", "nothing", "4", "t 7", "13", "T ", "^q", "?")),
  ascending: fc.boolean(),
  take: fc.integer({ min: 1, max: 60 }),
  after: maybe(fc.integer({ min: 0, max: count + 1 })),
});

describe("a search", () => {
  it("finds what a look at every workflow finds, whatever the filter", () => {
    const { store, account, stored } = aShelf(count);
    fc.assert(
      fc.property(filters, (filter) => {
        const found = store.workflows.search(account.id, filter).map(({ seq }) => seq);
        expect(found).toEqual(scan(stored, filter));
      }),
      { numRuns: 400 },
    );
    store.close();
  });

  it("finds one or two characters wherever they are, in more documents than are looked at one by one", () => {
    const { store, account, stored } = aShelf(20_100);
    const rare = [50, 60, 70, 80, 90, 100].map((index) => stored[index]);
    const names = ["^q begins it", "in the ^q middle", "at the end ^q", "^q", "^", "q"];
    store.transaction(() => {
      for (const [index, workflow] of rare.entries()) {
        if (!workflow) throw new Error("The shelf is too small.");
        workflow.metadata = { name: names[index] };
        store.workflows.saveTerms(workflow);
      }
    });
    const other = store.accounts.insert("other", { write: true, mature: true }, 0);
    const everything = { tags: [], excludeTags: [], statuses: [], excludeStatuses: [], take: 50 };
    for (const text of ["^q", "^Q", "^", "q", "d ", "7", "\n^", "zz"]) {
      for (const more of [{}, { after: 20_050 }, { tags: ["all"] }]) {
        for (const ascending of [false, true]) {
          const filter = { ...everything, text, ascending, ...more };
          // A document's words are the names and texts of its metadata, one a line.
          const found = scan(stored, filter, ({ name }) => `name\n${name}`);
          expect(
            store.workflows.search(account.id, filter).map(({ seq }) => seq),
            JSON.stringify(filter),
          ).toEqual(found);
          expect(store.workflows.search(other.id, filter)).toEqual([]);
        }
      }
    }
    store.close();
  });

  it("never dates a workflow before the one that came before it", () => {
    const { store, stored } = aShelf(3);
    const [first] = stored;
    if (!first) throw new Error("The shelf is empty.");
    const late = store.transaction(() => store.workflows.insert({ ...first, id: "wf_late", createdAt: 0 }));
    expect(late.createdAt).toBe(20);
    store.close();
  });
});
