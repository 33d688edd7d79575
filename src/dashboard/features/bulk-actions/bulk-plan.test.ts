import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statuses } from "#contract/status.ts";
import { type ListRow, toListRow } from "#dashboard/api/list-row.ts";
import { bulkKinds, planBulk, sayPlan } from "./bulk-plan.ts";

const aRow = (members: Partial<ListRow> = {}): ListRow => ({
  ...toListRow({ id: "1", createdAt: "2026-11-24T10:00:00Z", status: "succeeded", steps: [] }),
  ...members,
});
const ids = (rows: readonly ListRow[]) => rows.map(({ id }) => id);

describe("planBulk", () => {
  it("cancels what is not over", () => {
    const plan = planBulk("cancel", [aRow({ id: "a", status: "processing" }), aRow({ id: "b" })]);
    expect(ids(plan.items)).toEqual(["a"]);
    expect(sayPlan(plan)).toBe("1 workflow. 1 left alone: over already.");
  });

  it("adds a tag where it is not, and where there is room for it", () => {
    const full = Array.from({ length: 10 }, (_, index) => `tag ${index}`);
    const rows = [aRow({ id: "a" }), aRow({ id: "b", tags: ["ink"] }), aRow({ id: "c", tags: full })];
    expect(ids(planBulk("add-tag", rows, "ink").items)).toEqual(["a"]);
    expect(ids(planBulk("remove-tag", rows, "ink").items)).toEqual(["b"]);
  });

  it("releases what has something withheld", () => {
    expect(ids(planBulk("release", [aRow({ id: "a", withheld: 2 }), aRow({ id: "b" })]).items)).toEqual(["a"]);
  });

  it("accounts for every selected workflow, whatever the action", () => {
    const anyRow = fc
      .record({
        status: fc.constantFrom(...statuses),
        tags: fc.uniqueArray(fc.constantFrom("ink", "b", "c")),
        withheld: fc.nat(2),
      })
      .map(aRow);
    fc.assert(
      fc.property(fc.constantFrom(...bulkKinds), fc.array(anyRow), (kind, rows) => {
        const { items, leftOut } = planBulk(kind, rows, "ink");
        expect(items.length + leftOut).toBe(rows.length);
      }),
    );
  });
});
