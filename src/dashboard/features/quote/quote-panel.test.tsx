// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { drawDesk, send, template } from "#dashboard/testing/run-desk.tsx";
import { PriceChangedDialog } from "./price-changed-dialog.tsx";

/* Over the real sandbox: what the panel names is what a run takes. */

beforeEach(() => localStorage.clear());

describe("PriceChangedDialog", () => {
  const priced: Workflow = {
    ...{ createdAt: "2026-11-24T10:00:00Z", status: "unassigned", steps: [] },
    cost: { base: 10, total: 10 },
  };

  it.each<[string, Partial<Workflow>, string]>([
    ["no price", { cost: null }, "The server told no price, and nothing is run without one."],
    ["too little Buzz", { transactions: { insufficientBuzz: true, list: [] } }, "The Buzz does not suffice."],
  ])("runs nothing when the server tells of %s now", async (_, change, reason) => {
    const quote = (workflow: Workflow) => ({ workflow, droppedFields: [] });
    const [shown, latest] = [quote(priced), quote({ ...priced, ...change })];
    const run = vi.fn();
    const dialog = <PriceChangedDialog {...{ shown, latest }} isRepeat={false} onRun={run} onClose={vi.fn()} />;
    renderScreen(dialog, { api: apiOf(openTestSandbox()) });
    const button = await screen.findByRole("button", { name: /^Run/ });
    expect(button).toHaveAccessibleDescription(reason);
    await userEvent.click(button);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(run).not.toHaveBeenCalled();
  });
});

describe("QuotePanel", () => {
  it("names price and payers, and a run takes exactly that, once", async () => {
    const { sandbox, done, account } = await drawDesk({ blue: 8, green: 5, yellow: 0 });
    const run = await screen.findByRole("button", { name: /^Run for 10: 8 blue \+ 2 green/ });
    await userEvent.dblClick(run);
    await expect.poll(() => done.length).toBe(1);
    expect(await account()).toEqual({ blue: 0, green: 3, yellow: 0 });
    const { items } = await send(sandbox, "/v2/consumer/workflows", "GET");
    expect(items).toHaveLength(1);
    expect(items[0].steps[0].input).toMatchObject(template.steps[0]?.input as object);
  });

  it("says what is missing, and runs nothing", async () => {
    const { done, account } = await drawDesk({ blue: 1, green: 2, yellow: 3 });
    expect(await screen.findByText("4 Buzz are missing")).toBeVisible();
    const run = screen.getByRole("button", { name: /^Run for 10/ });
    expect(run).toHaveAttribute("aria-disabled", "true");
    await userEvent.click(run);
    expect(done).toEqual([]);
    expect(await account()).toEqual({ blue: 1, green: 2, yellow: 3 });
  });

  it("asks again when other Buzz would pay than was named, and runs nothing before", async () => {
    const { sandbox, done, account } = await drawDesk({ blue: 10, green: 0, yellow: 50 });
    const run = await screen.findByRole("button", { name: /^Run for 10: 10 blue/ });
    // Meanwhile something else spends blue.
    await send(sandbox, "/_sandbox/account/balances", "PUT", { blue: 4 });
    await userEvent.click(run);
    const dialog = await screen.findByRole("dialog", { name: "The price has changed" });
    expect(dialog).toHaveTextContent("It was “Run for 10: 10 blue” when you pressed. Nothing was run yet.");
    await expect.poll(() => within(dialog).getByRole("row", { name: /^Blue/ }).textContent).toContain("4−40");
    expect(await account()).toEqual({ blue: 4, green: 0, yellow: 50 });
    await userEvent.click(within(dialog).getByRole("button", { name: "Run for 10: 4 blue + 6 yellow" }));
    await expect.poll(() => done.length).toBe(1);
    expect(await account()).toEqual({ blue: 0, green: 0, yellow: 44 });
  });

  it("holds the price of the question, too, however long it stood there", async () => {
    const { sandbox, account } = await drawDesk({ blue: 10, green: 0, yellow: 50 });
    const run = await screen.findByRole("button", { name: /^Run for 10: 10 blue/ });
    await send(sandbox, "/_sandbox/account/balances", "PUT", { blue: 4 });
    await userEvent.click(run);
    await screen.findByRole("dialog", { name: "The price has changed" });
    await send(sandbox, "/_sandbox/account/balances", "PUT", { blue: 0 });
    await userEvent.click(screen.getByRole("button", { name: "Run for 10: 4 blue + 6 yellow" }));
    expect(await screen.findByRole("button", { name: "Run for 10: 10 yellow" })).toBeVisible();
    expect(await account()).toEqual({ blue: 0, green: 0, yellow: 50 });
  });

  it("sends nothing when the body was changed while its price was checked", async () => {
    const { sandbox, done } = await drawDesk({ blue: 100, green: 0, yellow: 0 });
    const run = await screen.findByRole("button", { name: /^Run for 10: 10 blue/ });
    // Both presses before anything is answered.
    fireEvent.click(run);
    fireEvent.click(screen.getByRole("button", { name: "Make it a harbour" }));
    await expect.poll(() => run.getAttribute("aria-disabled"), { timeout: 5_000 }).toBeNull();
    await userEvent.click(run);
    await expect.poll(() => done.length).toBe(1);
    const { items } = await send(sandbox, "/v2/consumer/workflows", "GET");
    expect(items.map(({ steps }: Workflow) => steps[0]?.input)).toMatchObject([{ prompt: "a harbour" }]);
  });
});
