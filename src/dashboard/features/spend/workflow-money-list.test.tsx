// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { WorkflowMoneyList } from "./workflow-money-list.tsx";

const workflows = Array.from(
  { length: 23 },
  (_, index): Workflow => ({
    id: `wf-${index}`,
    createdAt: "2026-11-24T10:00:00Z",
    status: "failed",
    steps: [],
    transactions: { list: [{ type: "debit", amount: 10, accountType: "blue" }] },
  }),
);

describe("WorkflowMoneyList", () => {
  it("shows the first of many, and all of them when asked: what was paid for nothing is looked up one by one", async () => {
    renderScreen(<WorkflowMoneyList title="Paid but not delivered" workflows={workflows} empty="" />, {
      api: apiOf(openTestSandbox()),
    });
    expect(await screen.findAllByRole("link")).toHaveLength(20);
    await userEvent.click(screen.getByRole("button", { name: "Show all 23" }));
    expect(screen.getAllByRole("link")).toHaveLength(23);
    await userEvent.click(screen.getByRole("button", { name: "Show fewer" }));
    expect(screen.getAllByRole("link")).toHaveLength(20);
  });
});
