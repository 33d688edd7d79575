// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { setBalances } from "#contract/control-operations.ts";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { BalancesCard } from "./balances-card.tsx";

const start = "2026-11-24T10:00:00Z";

describe("the balances of a sandbox that tells none", () => {
  it("are said to be unknown, never 0, and can't be topped up", async () => {
    renderScreen(<BalancesCard />, { api: apiOf(openTestSandbox(start, { dialect: "hosted" })) });
    expect(await screen.findByText(/The balances are unknown/)).toBeVisible();
    for (const name of ["Blue", "Green", "Yellow"]) expect(screen.getByLabelText(name)).not.toHaveDisplayValue(/./);
    expect(screen.getByRole("button", { name: /^Top yellow up/ })).toHaveAttribute("aria-disabled", "true");
  });

  it("are set all the same", async () => {
    const sandbox = openTestSandbox(start, { dialect: "hosted" });
    renderScreen(<BalancesCard />, { api: apiOf(sandbox) });
    await screen.findByText(/The balances are unknown/);
    await userEvent.type(screen.getByLabelText("Yellow"), "7");
    await userEvent.click(screen.getByRole("button", { name: "Set the balances" }));
    const { store } = sandbox.services;
    await expect.poll(() => store.accounts.balances(1)).toMatchObject({ yellow: 7, green: 1000 });
  });
});

describe("the balances of a sandbox that tells them", () => {
  it("are shown, and topped up", async () => {
    const sandbox = openTestSandbox();
    renderScreen(<BalancesCard />, { api: apiOf(sandbox) });
    expect(await screen.findByDisplayValue("2000")).toBeVisible();
    expect(screen.queryByText(/unknown/)).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: /^Top yellow up/ }));
    await expect.poll(() => sandbox.services.store.accounts.balances(1)).toMatchObject({ yellow: 3000 });
  });

  it("are topped up from what is there now, and not from what was last read", async () => {
    const sandbox = openTestSandbox();
    const api = apiOf(sandbox);
    renderScreen(<BalancesCard />, { api });
    expect(await screen.findByDisplayValue("2000")).toBeVisible();
    await api.call(setBalances, { body: { yellow: 50 } });
    await userEvent.click(screen.getByRole("button", { name: /^Top yellow up/ }));
    await expect.poll(() => sandbox.services.store.accounts.balances(1)).toMatchObject({ yellow: 1050 });
  });

  it("say that a change failed only until another one is done", async () => {
    const sandbox = openTestSandbox();
    renderScreen(<BalancesCard />, { api: apiOf(sandbox) });
    expect(await screen.findByDisplayValue("2000")).toBeVisible();
    const passOn = globalThis.fetch;
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("There is no network.")));
    await userEvent.click(screen.getByRole("button", { name: /^Top yellow up/ }));
    expect(await screen.findByText("The balances are as they were.", { exact: false })).toBeVisible();
    vi.stubGlobal("fetch", passOn);
    await userEvent.type(screen.getByLabelText("Green"), "1");
    await userEvent.click(screen.getByRole("button", { name: "Set the balances" }));
    await expect.poll(() => screen.queryByText("The balances are as they were.", { exact: false })).toBeNull();
    expect(sandbox.services.store.accounts.balances(1)).toMatchObject({ yellow: 2000, green: 10_001 });
  });

  it("are typed anew in an emptied field, and come back where nothing is typed", async () => {
    const sandbox = openTestSandbox();
    renderScreen(<BalancesCard />, { api: apiOf(sandbox) });
    const yellow = await screen.findByDisplayValue("2000");
    await userEvent.clear(yellow);
    expect(yellow).toHaveDisplayValue("");
    await userEvent.tab();
    expect(yellow).toHaveDisplayValue("2000");
    await userEvent.clear(yellow);
    await userEvent.type(yellow, "77");
    await userEvent.click(screen.getByRole("button", { name: "Set the balances" }));
    await expect.poll(() => sandbox.services.store.accounts.balances(1)).toMatchObject({ yellow: 77 });
  });
});
