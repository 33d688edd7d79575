// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { whenFree } from "./when-free.ts";

const underWay = { title: "Something is still under way", words: "It would be stopped.", leaveLabel: "Leave it" };
const query = () => screen.queryByRole("dialog", { name: underWay.title });

function Page() {
  const [isRunning, run] = useState(false);
  return (
    <>
      <LeaveGuard question={isRunning ? underWay : undefined} />
      <button type="button" onClick={() => run(!isRunning)}>
        Start or end
      </button>
    </>
  );
}

/** A page on which something is under way, and what starts or ends it. */
async function drawPage() {
  const { router } = renderScreen(<Page />, { api: apiOf(openTestSandbox()), path: "/here" });
  // Under the question nothing can be pressed: what runs there ends by itself.
  const toggle = () => fireEvent.click(screen.getByText("Start or end"));
  await screen.findByText("Start or end");
  toggle();
  const go = (to: string) => act(async () => void router.history.push(to));
  return { toggle, go, path: () => router.state.location.pathname };
}

describe("LeaveGuard", () => {
  it("asks before the page is left, and goes on or stays as it is told", async () => {
    const { go, path } = await drawPage();
    await go("/there");
    await userEvent.click(await screen.findByRole("button", { name: "Stay" }));
    expect(query()).toBeNull();
    expect(path()).toBe("/here");
    await go("/there");
    await userEvent.click(await screen.findByRole("button", { name: "Leave it" }));
    await expect.poll(path).toBe("/there");
  });

  it("asks before what ends everything on the page, and only while something is under way", async () => {
    const { toggle } = await drawPage();
    const goOn = vi.fn();
    act(() => whenFree(goOn));
    expect(goOn).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Leave it" }));
    expect(goOn).toHaveBeenCalledOnce();
    toggle();
    act(() => whenFree(goOn));
    expect(goOn).toHaveBeenCalledTimes(2);
  });

  it.each<[string, (go: (to: string) => Promise<void>) => unknown]>([
    ["another page", (go) => go("/there")],
    ["another connection", () => act(() => whenFree(vi.fn()))],
  ])(
    "takes the question before %s back when what is under way ends, and does not bring it up again",
    async (_, leave) => {
      const { toggle, go, path } = await drawPage();
      await leave(go);
      expect(await screen.findByRole("dialog", { name: underWay.title })).toBeVisible();
      toggle();
      await expect.poll(query).toBeNull();
      expect(path()).toBe("/here");
      toggle();
      expect(query()).toBeNull();
      toggle();
      await go("/there");
      await expect.poll(path).toBe("/there");
    },
  );
});
