// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { ListBulkReceipt } from "./list-bulk.tsx";

it("tells of each release of the list what it charged, as the desk does", async () => {
  const value = {
    quotedYellow: 1_940,
    charged: 1_940,
    refund: { blue: 1_940, green: 0, yellow: 0 },
    wasReleased: false,
    isLogged: false,
  };
  const entries = [{ item: { id: "wf-1", metadata: { name: "Study" } }, outcome: { state: "done", value } as const }];
  const bulk = { entries, total: 1, isRunning: false, start: vi.fn(), stop: vi.fn(), clear: vi.fn() };
  renderScreen(<ListBulkReceipt bulk={bulk} kind="release" onClose={vi.fn()} />, { api: apiOf(openTestSandbox()) });
  const row = within(await screen.findByRole("table")).getByRole("row", { name: /^Study/ });
  expect(row).toHaveTextContent(/1\s940 yellow charged; the release could not be noted in its metadata/);
});
