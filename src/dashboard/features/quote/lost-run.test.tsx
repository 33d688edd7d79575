// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { apiOf, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { Desk, drawDesk, send } from "#dashboard/testing/run-desk.tsx";

beforeEach(() => localStorage.clear());

describe("a run whose answer was lost", () => {
  it("charges once when the answer of a run is lost", async () => {
    const { sandbox, done, account } = await drawDesk({ blue: 100, green: 0, yellow: 0 });
    const run = await screen.findByRole("button", { name: /^Run for 10: 10 blue/ });
    const match = { method: "POST", path: "/v2/consumer/workflows", whatif: false };
    await send(sandbox, "/_sandbox/faults", "POST", { kind: "drop-after-commit", times: 1, match });
    await userEvent.click(run);
    await expect.poll(() => done.length, { timeout: 8_000 }).toBe(1);
    expect(await account()).toEqual({ blue: 90, green: 0, yellow: 0 });
  });

  it("does not call a run undone whose answer was lost when trying it again is refused", async () => {
    const { sandbox, done, account } = await drawDesk({ blue: 100, green: 0, yellow: 0 });
    const run = await screen.findByRole("button", { name: /^Run for 10: 10 blue/ });
    const match = { method: "POST", path: "/v2/consumer/workflows", whatif: false };
    await send(sandbox, "/_sandbox/faults", "POST", { kind: "drop-after-commit", times: 1, match });
    await send(sandbox, "/_sandbox/faults", "POST", { kind: "429", times: 100, match });
    await userEvent.click(run);
    const alert = await screen.findByRole("alert", {}, { timeout: 8_000 });
    expect(alert).toHaveTextContent("What became of the first try is unknown");
    expect(alert).toHaveTextContent("Press Run again: the same draft is never paid twice.");
    expect(alert).not.toHaveTextContent("Nothing was run");
    await send(sandbox, "/_sandbox/faults", "DELETE");
    await userEvent.click(screen.getByRole("button", { name: /^Run for 10/ }));
    await expect.poll(() => done.length).toBe(1);
    expect(await account()).toEqual({ blue: 90, green: 0, yellow: 0 });
  }, 15_000);

  it("leads to the run whose answer was lost, also when what it cost is missing from the balances now", async () => {
    const { sandbox, done, account } = await drawDesk({ blue: 10, green: 0, yellow: 0 });
    const run = await screen.findByRole("button", { name: /^Run for 10: 10 blue/ });
    const match = { method: "POST", path: "/v2/consumer/workflows", whatif: false };
    await send(sandbox, "/_sandbox/faults", "POST", { kind: "drop-after-commit", times: 100, match });
    await userEvent.click(run);
    expect(await screen.findByText(/Press Run again/, {}, { timeout: 8_000 })).toBeVisible();
    await send(sandbox, "/_sandbox/faults", "DELETE");
    await userEvent.click(screen.getByRole("button", { name: /^Run for 10/ }));
    const dialog = await screen.findByRole("dialog", { name: "The price has changed" });
    expect(dialog).toHaveTextContent("If the run whose answer was lost has begun, this leads to it");
    await userEvent.click(within(dialog).getByRole("button", { name: /^Run for 10/ }));
    await expect.poll(() => done.length).toBe(1);
    expect(await account()).toEqual({ blue: 0, green: 0, yellow: 0 });
    expect((await send(sandbox, "/v2/consumer/workflows", "GET")).items).toHaveLength(1);
  }, 15_000);

  it("runs what was changed anew when an earlier run was under way as the page was left", async () => {
    const { sandbox, done, view } = await drawDesk({ blue: 100, green: 0, yellow: 0 });
    const passOn = globalThis.fetch;
    let letGo = () => {};
    const isLetGo = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const sent: string[] = [];
    vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
      if (init.method === "POST" && !url.includes("whatif")) {
        sent.push(url);
        await isLetGo;
      }
      return passOn(url, init);
    });
    await userEvent.click(await screen.findByRole("button", { name: /^Run for 10: 10 blue/ }));
    await expect.poll(() => sent.length).toBe(1);
    view.unmount();
    letGo();
    renderScreen(<Desk onDone={(workflow) => done.push(workflow)} />, { api: apiOf(sandbox) });
    await userEvent.click(await screen.findByRole("button", { name: "Make it a harbour" }));
    expect(screen.getByText("An earlier run may be on its way")).toBeVisible();
    const run = screen.getByRole("button", { name: /^Run for 10/ });
    await expect.poll(() => run.getAttribute("aria-disabled"), { timeout: 5_000 }).toBeNull();
    await userEvent.click(run);
    await expect.poll(() => done.length).toBe(1);
    const { items } = await send(sandbox, "/v2/consumer/workflows", "GET");
    const inputs = items.map(({ steps }: Workflow) => steps[0]?.input);
    expect(inputs).toMatchObject([{ prompt: "a harbour" }, { prompt: "a lighthouse" }]);
  });

  it("claims nothing of a run whose answer makes no sense, and leads to it at the next press", async () => {
    const { sandbox, done, account } = await drawDesk({ blue: 10, green: 0, yellow: 50 });
    const run = await screen.findByRole("button", { name: /^Run for 10: 10 blue/ });
    const passOn = globalThis.fetch;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
      const answer = await passOn(url, init);
      const isRun = init.method === "POST" && !url.includes("whatif");
      return isRun ? new Response("<html>Sign in</html>", { status: 200 }) : answer;
    });
    await userEvent.click(run);
    expect(await screen.findByText(/Press Run again/)).toBeVisible();
    expect(screen.queryByText(/Nothing was run/)).toBeNull();
    vi.stubGlobal("fetch", passOn);
    await userEvent.click(screen.getByRole("button", { name: /^Run for 10/ }));
    const dialog = await screen.findByRole("dialog", { name: "The price has changed" });
    await userEvent.click(within(dialog).getByRole("button", { name: /^Run for 10/ }));
    await expect.poll(() => done.length).toBe(1);
    expect(await account()).toEqual({ blue: 0, green: 0, yellow: 50 });
    expect((await send(sandbox, "/v2/consumer/workflows", "GET")).items).toHaveLength(1);
  });
});
