// @vitest-environment jsdom
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { ConnectionCard } from "./connection-card.tsx";
import { addConnection, useConnections } from "./connection-store.ts";

const goodKey = "sandbox_component_test";
const accepted = "The key is accepted.";

function Cards() {
  const { connections, active, withToken } = useConnections();
  return connections.map((connection) => (
    <ConnectionCard
      key={connection.id}
      connection={connection}
      isActive={connection.id === active.id}
      hasToken={withToken.includes(connection.id)}
    />
  ));
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** The card of a hosted connection with a key that is kept and works. Its requests are held until they are let go. */
async function drawHosted() {
  const sandbox = openTestSandbox();
  const passOn = globalThis.fetch;
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    await isLetGo;
    return passOn(url.replace(/^\/relay\/[^/]+/, ""), init);
  });
  const { id } = addConnection({ label: "Civitai", upstream: "http://upstream.test", key: goodKey, isKept: true });
  const { queryClient } = renderScreen(<Cards />, { api: apiOf(sandbox) });
  const card = within(await screen.findByRole("article", { name: "Civitai" }));
  const test = card.getByRole("button", { name: "Test" });
  return { id, card, test, letGo, queryClient };
}

describe("ConnectionCard", () => {
  it("drops what a test found as soon as another key is typed, and tests nothing until that is saved", async () => {
    const { card, test, letGo } = await drawHosted();
    letGo();
    await userEvent.click(test);
    expect(await card.findByText(accepted)).toBeVisible();
    await userEvent.click(card.getByRole("button", { name: "Change the key" }));
    expect(card.getByText(accepted)).toBeVisible();
    await userEvent.type(card.getByLabelText("API key"), "wrong");
    expect(card.queryByText(accepted)).toBeNull();
    expect(test).toHaveAttribute("aria-disabled", "true");
    expect(test).toHaveAccessibleDescription("Save the key first; it is tested then.");
    await userEvent.click(card.getByRole("button", { name: "Save the key" }));
    await userEvent.click(test);
    expect(await card.findByText("May read workflows")).toBeVisible();
    expect(card.queryByText(accepted)).toBeNull();
  });

  it("shows nothing of a test that was on its way when the key was changed", async () => {
    const { card, test, letGo, queryClient } = await drawHosted();
    await userEvent.click(test);
    await userEvent.click(card.getByRole("button", { name: "Change the key" }));
    await userEvent.type(card.getByLabelText("API key"), "wrong{Enter}");
    expect(test).not.toHaveAttribute("aria-busy", "true");
    letGo();
    await expect.poll(() => queryClient.isMutating()).toBe(0);
    await userEvent.hover(test);
    expect(card.queryByText("May read workflows")).toBeNull();
    await userEvent.click(test);
    expect(await card.findByText("May read workflows")).toBeVisible();
    expect(card.queryByText(accepted)).toBeNull();
  });

  it("drops what a test found when another tab changes the key", async () => {
    const { id, card, test, letGo } = await drawHosted();
    letGo();
    await userEvent.click(test);
    expect(await card.findByText(accepted)).toBeVisible();
    localStorage.setItem("baton.kept-keys", JSON.stringify({ [id]: "wrong" }));
    act(() => void window.dispatchEvent(new StorageEvent("storage", { key: "baton.kept-keys" })));
    expect(card.queryByText(accepted)).toBeNull();
  });
});
