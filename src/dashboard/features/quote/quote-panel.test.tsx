// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import type { RepeatableTemplate } from "#dashboard/api/submit-workflow.ts";
import { apiOf, openTestSandbox, renderScreen, type TestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { PriceChangedDialog } from "./price-changed-dialog.tsx";
import { QuotePanel } from "./quote-panel.tsx";
import { RunButton } from "./run-button.tsx";
import { RunNotices } from "./run-notices.tsx";
import { useQuote } from "./use-quote.ts";
import { useRun } from "./use-run.ts";

/* Over the real sandbox: what the panel names is what a run takes. */

const template: RepeatableTemplate = {
  steps: [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a lighthouse", seed: 7 } }],
  externalId: "component-test",
};

const harbour: RepeatableTemplate = {
  ...template,
  steps: [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a harbour", seed: 7 } }],
};

function Desk({ onDone }: { onDone: (workflow: Workflow) => void }) {
  const [body, setBody] = useState(template);
  const price = useQuote(body);
  const runs = useRun(price.quote, onDone);
  return (
    <QuotePanel
      {...price}
      template={body}
      isEmpty={false}
      onRetry={price.askAgain}
      run={
        <>
          <RunNotices {...runs} />
          <RunButton
            {...price}
            isEmpty={false}
            problemCount={0}
            isRunning={runs.isRunning}
            isRepeat={runs.isRepeat}
            onRun={() => runs.run(body)}
          />
          <button
            type="button"
            onClick={() => {
              // What was sent keeps its id; what is changed since gets another.
              const mayBeThere = runs.reset(body.externalId);
              setBody(mayBeThere ? { ...harbour, externalId: "another" } : harbour);
            }}
          >
            Make it a harbour
          </button>
        </>
      }
    />
  );
}

async function send(sandbox: TestSandbox, path: string, method: string, body?: unknown) {
  const headers = { Authorization: `Bearer ${sandbox.token}`, "Content-Type": "application/json" };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await sandbox.fetch(new Request(`http://baton.test${path}`, init));
  return answer.status === 204 ? undefined : answer.json();
}

beforeEach(() => localStorage.clear());

async function drawDesk(balances: Record<string, number>) {
  const sandbox = openTestSandbox();
  await send(sandbox, "/_sandbox/accounts", "POST", { token: sandbox.token, balances });
  const done = vi.fn();
  const view = renderScreen(<Desk onDone={done} />, { api: apiOf(sandbox) });
  const account = async () => (await send(sandbox, "/_sandbox/account", "GET")).balances;
  return { sandbox, done, account, view };
}

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
    await expect.poll(() => done.mock.calls.length).toBe(1);
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
    expect(done).not.toHaveBeenCalled();
    expect(await account()).toEqual({ blue: 1, green: 2, yellow: 3 });
  });

  it("charges once when the answer of a run is lost", async () => {
    const { sandbox, done, account } = await drawDesk({ blue: 100, green: 0, yellow: 0 });
    const run = await screen.findByRole("button", { name: /^Run for 10: 10 blue/ });
    const match = { method: "POST", path: "/v2/consumer/workflows", whatif: false };
    await send(sandbox, "/_sandbox/faults", "POST", { kind: "drop-after-commit", times: 1, match });
    await userEvent.click(run);
    await expect.poll(() => done.mock.calls.length, { timeout: 8_000 }).toBe(1);
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
    await expect.poll(() => done.mock.calls.length).toBe(1);
    expect(await account()).toEqual({ blue: 90, green: 0, yellow: 0 });
  }, 15_000);

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
    await expect.poll(() => done.mock.calls.length).toBe(1);
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
    await expect.poll(() => done.mock.calls.length).toBe(1);
    expect(await account()).toEqual({ blue: 0, green: 0, yellow: 0 });
    expect((await send(sandbox, "/v2/consumer/workflows", "GET")).items).toHaveLength(1);
  }, 15_000);

  it("sends nothing when the body was changed while its price was checked", async () => {
    const { sandbox, done } = await drawDesk({ blue: 100, green: 0, yellow: 0 });
    const run = await screen.findByRole("button", { name: /^Run for 10: 10 blue/ });
    // Both presses before anything is answered.
    fireEvent.click(run);
    fireEvent.click(screen.getByRole("button", { name: "Make it a harbour" }));
    await expect.poll(() => run.getAttribute("aria-disabled"), { timeout: 5_000 }).toBeNull();
    await userEvent.click(run);
    await expect.poll(() => done.mock.calls.length).toBe(1);
    const { items } = await send(sandbox, "/v2/consumer/workflows", "GET");
    expect(items.map(({ steps }: Workflow) => steps[0]?.input)).toMatchObject([{ prompt: "a harbour" }]);
  });

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
    renderScreen(<Desk onDone={done} />, { api: apiOf(sandbox) });
    await userEvent.click(await screen.findByRole("button", { name: "Make it a harbour" }));
    expect(screen.getByText("An earlier run may be on its way")).toBeVisible();
    const run = screen.getByRole("button", { name: /^Run for 10/ });
    await expect.poll(() => run.getAttribute("aria-disabled"), { timeout: 5_000 }).toBeNull();
    await userEvent.click(run);
    await expect.poll(() => done.mock.calls.length).toBe(1);
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
    await expect.poll(() => done.mock.calls.length).toBe(1);
    expect(await account()).toEqual({ blue: 0, green: 0, yellow: 50 });
    expect((await send(sandbox, "/v2/consumer/workflows", "GET")).items).toHaveLength(1);
  });
});
