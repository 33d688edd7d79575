// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { BulkReceipt } from "./bulk-receipt.tsx";

describe("BulkReceipt", () => {
  it("tells workflows of the same name apart by their ids", async () => {
    const entries = [
      { item: { id: "wf-1", metadata: { name: "Study" } }, outcome: { state: "done", value: undefined } as const },
      {
        item: { id: "wf-2", metadata: { name: "Study" } },
        outcome: { state: "skipped", why: "Over already." } as const,
      },
      { item: { id: "wf-3", metadata: { name: "Fox" } }, outcome: { state: "done", value: undefined } as const },
    ];
    const bulk = { entries, total: 3, isRunning: false, stop: vi.fn() };
    renderScreen(<BulkReceipt bulk={bulk} action="Add a tag" doneWord="tagged" onClose={vi.fn()} />, {
      api: apiOf(openTestSandbox()),
    });
    const [, ...rows] = within(await screen.findByRole("table")).getAllByRole("row");
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      "Studywf-1Tagged",
      "Studywf-2Left as it isOver already.",
      "FoxTagged",
    ]);
  });
});
