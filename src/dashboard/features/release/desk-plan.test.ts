import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Transaction } from "#contract/cost.ts";
import type { Workflow } from "#contract/workflow.ts";
import { planDesk, thatFit } from "./desk-plan.ts";
import { groupDesk } from "./group-desk.ts";
import { saySums } from "./release-sums.tsx";
import { daysLeft } from "./retention.ts";
import { reviewOf, withReview } from "./review.ts";

let count = 0;
const aWorkflow = (
  paid: Partial<Record<"blue" | "green" | "yellow", number>> | undefined,
  change: Partial<Workflow> = {},
): Workflow => {
  count += 1;
  const list = Object.entries(paid ?? {}).map(
    ([account, amount]): Transaction => ({ type: "debit", amount, accountType: account as "blue" }),
  );
  return {
    ...{ id: `wf-${count}`, createdAt: "2026-11-01T10:00:00Z", status: "succeeded", steps: [] },
    ...(paid ? { transactions: { list } } : {}),
    ...change,
  };
};

describe("planDesk", () => {
  it("adds up what comes back and what is charged, with each balance after it", () => {
    const plan = planDesk([aWorkflow({ blue: 40 }), aWorkflow({ green: 8, yellow: 2 })], {
      blue: 1,
      green: 2,
      yellow: 50,
    });
    expect(plan).toMatchObject({
      ...{ refund: { blue: 40, green: 8, yellow: 0 }, chargeYellow: 48, missingYellow: 0 },
      after: { blue: 41, green: 10, yellow: 2 },
    });
  });

  it("names what has no price, and what yellow lacks", () => {
    const unpriced = aWorkflow(undefined);
    const plan = planDesk([unpriced, aWorkflow({ blue: 60 })], { blue: 0, green: 0, yellow: 50 });
    expect(plan.unpriced).toEqual([unpriced]);
    expect(plan.missingYellow).toBe(10);
  });

  it("knows no balance where the server tells none", () => {
    expect(planDesk([aWorkflow({ blue: 60 })], "unknown")).toMatchObject({
      after: "unknown",
      missingYellow: "unknown",
    });
  });
});

describe("thatFit", () => {
  it("passes over what is too dear, and never takes more than there is", () => {
    const [dear, cheap, other] = [aWorkflow({ blue: 60 }), aWorkflow({ blue: 20 }), aWorkflow({ green: 30 })];
    expect(thatFit([dear, cheap, other], 50)).toEqual([cheap, other]);
    fc.assert(
      fc.property(fc.array(fc.nat(100)), fc.nat(300), (prices, yellow) => {
        const all = prices.map((blue) => aWorkflow({ blue }));
        const fit = thatFit(all, yellow);
        const plan = planDesk(fit, { blue: 0, green: 0, yellow });
        expect(plan.missingYellow).toBe(0);
        // Nothing that was left out would fit beside the rest.
        const left = yellow - plan.chargeYellow;
        const outside = all.filter((workflow) => !fit.includes(workflow));
        expect(outside.every((workflow) => planDesk([workflow], "unknown").chargeYellow > left)).toBe(true);
      }),
    );
  });
});

describe("groupDesk", () => {
  it("puts what has no tag last, and loses nothing", () => {
    const [a, b, c] = [aWorkflow({}, { tags: ["ink"] }), aWorkflow({}), aWorkflow({}, { tags: ["ink", "sea"] })];
    expect(groupDesk([a, b, c], "tag")).toEqual([
      { title: "ink", workflows: [a, c] },
      { title: "Without a tag", workflows: [b] },
    ]);
    expect(groupDesk([a, b, c], "none")).toEqual([{ title: undefined, workflows: [a, b, c] }]);
  });
});

describe("daysLeft", () => {
  const ended = { completedAt: "2026-11-01T00:00:00Z" };
  it.each([
    ["2026-11-01T00:00:00Z", 30],
    ["2026-11-30T01:00:00Z", 1],
    ["2026-12-24T00:00:00Z", 0],
  ])("counts whole days from the end, at %s", (now, days) => {
    expect(daysLeft(ended, Date.parse(now))).toBe(days);
  });

  it("is unknown while the workflow is not over", () => {
    expect(daysLeft({}, Date.now())).toBeUndefined();
  });
});

describe("a review", () => {
  it("stands in the metadata beside what is there, and goes without a trace", () => {
    const review = { at: "2026-11-24T10:00:00Z", decision: "withhold" as const };
    const metadata = withReview({ metadata: { name: "Fox" } }, review);
    expect(metadata).toEqual({ name: "Fox", review });
    expect(reviewOf({ metadata })).toEqual(review);
    expect(withReview({ metadata }, undefined)).toEqual({ name: "Fox" });
  });

  it("is none when others wrote something else there", () => {
    expect(reviewOf({ metadata: { review: "looks good" } })).toBeUndefined();
    expect(reviewOf({ metadata: null })).toBeUndefined();
  });
});

describe("saySums", () => {
  const result = {
    quotedYellow: 10,
    charged: 10,
    refund: { blue: 6, green: 4, yellow: 0 },
    wasReleased: false,
    isLogged: true,
  };
  it("adds up quoted, charged and what came back; what others released was not quoted here", () => {
    const other = { ...result, charged: 0, refund: { blue: 0, green: 0, yellow: 0 }, wasReleased: true };
    expect(saySums([result, result, other])).toBe(
      "Quoted 20 yellow, charged 20 yellow; 12 blue and 8 green came back.",
    );
  });

  it("is unknown as soon as one charge is", () => {
    expect(saySums([result, { ...result, charged: undefined, refund: undefined }])).toContain("charged unknown yellow");
  });
});
