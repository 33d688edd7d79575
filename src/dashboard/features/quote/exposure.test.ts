import { describe, expect, it } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { exposureSentence } from "./exposure.ts";

const quote = (
  paid: Partial<Record<"blue" | "green" | "yellow", number>> | undefined,
  change: Partial<Workflow> = {},
): Workflow => ({
  ...{ createdAt: "2026-11-24T10:00:00Z", status: "unassigned", steps: [] },
  ...(paid === undefined
    ? {}
    : {
        transactions: {
          list: Object.entries(paid).map(([accountType, amount]) => ({
            type: "debit" as const,
            accountType: accountType as "blue",
            amount,
          })),
        },
      }),
  ...change,
});

describe("exposureSentence", () => {
  it.each([
    [
      "what blue and green paid",
      quote({ blue: 40, green: 8, yellow: 2 }),
      "If all output turns out mature, 48 yellow releases it, and 40 blue and 8 green come back.",
    ],
    [
      "that it is charged by itself",
      quote({ blue: 40 }, { upgradeMode: "automatic" }),
      "If all output turns out mature, 40 yellow is charged by itself, and 40 blue comes back.",
    ],
    [
      "that yellow has paid already",
      quote({ yellow: 10 }),
      "If all output turns out mature, releasing it costs nothing more: yellow has paid for it.",
    ],
    ["that nobody knows", quote(undefined), "If all output turns out mature, what releasing it costs is unknown."],
    ["nothing where mature output is delivered", quote({ yellow: 10 }, { allowMatureContent: true }), undefined],
  ])("says %s", (_, workflow, sentence) => {
    expect(exposureSentence(workflow)).toBe(sentence);
  });
});
