// @vitest-environment jsdom
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { deleteWorkflow, submitWorkflow, updateWorkflow } from "#contract/workflow-operations.ts";
import { deskHeadQuery } from "#dashboard/api/desk-list.ts";
import { releasable } from "#dashboard/api/list-filter.ts";
import { wholeWorkflows } from "#dashboard/api/list-shape.ts";
import { useLiveList } from "#dashboard/api/use-live-list.ts";
import { workflowKeys } from "#dashboard/api/workflow-queries.ts";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { connectToasts } from "#dashboard/ui/toast.ts";
import { Desk } from "./desk.tsx";

/* Over the real sandbox, where a second operator of the account does something by the API alone. */

let told: string[] = [];
let endToasts = () => {};

beforeAll(() => {
  // jsdom has the element and not its methods.
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
  // Nor has it anything to scroll.
  Element.prototype.scrollIntoView ??= () => {};
});

beforeEach(() => {
  told = [];
  endToasts = connectToasts(({ title }) => told.push(title));
});

afterEach(() => endToasts());

function DeskOfAll() {
  const { rows } = useLiveList(releasable, wholeWorkflows);
  return <Desk all={rows} workflows={rows} hideMature grouping="none" empty={<p>Nothing waits</p>} />;
}

/** A desk with a workflow of each name whose picture is withheld, the last name on top. */
async function drawDesk(names: readonly string[]) {
  const sandbox = openTestSandbox();
  const api = apiOf(sandbox);
  const ids: string[] = [];
  const submitOne = async (name: string) => {
    const steps = [{ $type: "imageGen", input: { engine: "flux", prompt: "a figure [rated:x]" } }];
    const { body } = await api.call(submitWorkflow, { body: { steps, currencies: ["blue"], metadata: { name } } });
    ids.push(body.id ?? "");
    sandbox.clock.advance(1);
  };
  const workIsDone = async () => {
    for (let second = 0; second < 10; second += 1) {
      sandbox.clock.advance(1);
      await sandbox.idle();
    }
  };
  for (const name of names) await submitOne(name);
  await workIsDone();
  const { queryClient } = renderScreen(<DeskOfAll />, { api });
  await screen.findByRole("checkbox", { name: `Select ${names[0]}` });
  // Its prices are asked for once it stands.
  await expect.poll(() => queryClient.isFetching()).toBe(0);
  const look = () => queryClient.refetchQueries({ queryKey: deskHeadQuery(api).queryKey });
  return {
    ids,
    row: (name: string) => screen.queryByRole("checkbox", { name: `Select ${name}` }),
    /** What the desk does by itself every minute. */
    poll: () => act(look),
    look,
    /** What it does after a change that may be anywhere in it. */
    readAgain: () => act(() => queryClient.invalidateQueries({ queryKey: workflowKeys.lists() })),
    submitWithheld: async (name: string) => {
      await submitOne(name);
      await workIsDone();
    },
    releasedElsewhere: (id = "") =>
      api.call(updateWorkflow, { params: { workflowId: id }, body: { allowMatureContent: true } }),
    deletedElsewhere: (id = "") => api.call(deleteWorkflow, { params: { workflowId: id } }),
  };
}

/** The requests that are sent from now on. */
function record(): string[] {
  const sent: string[] = [];
  const passOn = globalThis.fetch;
  vi.stubGlobal("fetch", (url: string, init: RequestInit = {}) => {
    sent.push(`${init.method ?? "GET"} ${url.replace(/\?.*/, "")}`);
    return passOn(url, init);
  });
  return sent;
}

const buttonOf = (name: string) =>
  within(screen.getByRole("checkbox", { name: `Select ${name}` }).closest("li") ?? document.body).getByRole("button", {
    name: "Release…",
  });

describe("Desk", () => {
  it("lets a row leave with a word when its own poll no longer finds it, for no request more", async () => {
    const { ids, row, poll, releasedElsewhere, deletedElsewhere } = await drawDesk(["One", "Two", "Three"]);
    await releasedElsewhere(ids[1]);
    const sent = record();
    await poll();
    await expect.poll(() => row("Two")).toBeNull();
    expect(row("One")).toBeVisible();
    expect(row("Three")).toBeVisible();
    expect(told).toEqual(["“Two” left the desk"]);
    expect(sent).toEqual(["GET /v2/consumer/workflows"]);

    await deletedElsewhere(ids[0]);
    await releasedElsewhere(ids[2]);
    await poll();
    expect(await screen.findByText("Nothing waits")).toBeVisible();
    expect(told).toEqual(["“Two” left the desk", "2 workflows left the desk"]);
  });

  it("does not tell a row as gone by a look that was sent before the row came", async () => {
    const { row, look, submitWithheld, readAgain } = await drawDesk(["One"]);
    const passOn = globalThis.fetch;
    let letGo = () => {};
    const isLetGo = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let answered = 0;
    vi.stubGlobal("fetch", async (...asked: Parameters<typeof fetch>) => {
      const answer = await passOn(...asked);
      answered += 1;
      await isLetGo;
      return answer;
    });
    const slow = look();
    await expect.poll(() => answered).toBe(1);
    vi.stubGlobal("fetch", passOn);
    await submitWithheld("Two");
    await readAgain();
    await expect.poll(() => row("Two")).toBeVisible();
    await act(async () => {
      letGo();
      await slow;
    });
    expect(await screen.findByRole("checkbox", { name: "Select One" })).toBeVisible();
    expect(row("Two")).toBeVisible();
    expect(told).toEqual([]);
  });

  it("looks at a row again when its release is opened, and closes it when there is nothing to release", async () => {
    const { ids, row, releasedElsewhere } = await drawDesk(["One", "Two"]);
    await releasedElsewhere(ids[1]);
    await userEvent.click(buttonOf("Two"));
    await expect.poll(() => row("Two")).toBeNull();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(told).toEqual(["“Two” left the desk"]);
    // The keys go on from where the row was.
    await expect.poll(() => document.activeElement).toBe(row("One"));
  });

  it("lets a row leave that is gone when its release is opened", async () => {
    const { ids, row, deletedElsewhere } = await drawDesk(["One", "Two"]);
    await deletedElsewhere(ids[0]);
    await userEvent.click(buttonOf("One"));
    await expect.poll(() => row("One")).toBeNull();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(told).toEqual(["“One” left the desk"]);
  });

  it("lets a row leave at once when it releases it itself, without a word of others", async () => {
    const { row, poll } = await drawDesk(["One", "Two"]);
    await userEvent.click(buttonOf("One"));
    const dialog = await screen.findByRole("dialog");
    await userEvent.click(await within(dialog).findByRole("button", { name: "Release for 10 yellow" }));
    await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
    expect(row("One")).toBeNull();
    await poll();
    expect(row("Two")).toBeVisible();
    expect(told).toEqual([]);
  });

  it("lets rows leave at once when it releases or deletes several itself, without a word of others", async () => {
    const { row, poll } = await drawDesk(["One", "Two", "Three"]);
    await userEvent.click(screen.getByRole("checkbox", { name: "Select One" }));
    await userEvent.click(screen.getByRole("button", { name: "Release 1 for 10 yellow" }));
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Release 1 for 10 yellow" }));
    await userEvent.click(await screen.findByRole("button", { name: "Back to the list" }));
    expect(row("One")).toBeNull();
    await poll();
    await userEvent.click(screen.getByRole("checkbox", { name: "Select Two" }));
    await userEvent.click(screen.getByRole("button", { name: "Delete" }));
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Delete 1" }));
    await userEvent.click(await screen.findByRole("button", { name: "Back to the list" }));
    expect(row("Two")).toBeNull();
    await poll();
    expect(row("Three")).toBeVisible();
    expect(told).toEqual([]);
  });

  it("says that somebody was quicker when a release finds nothing to do", async () => {
    const { ids, row, releasedElsewhere } = await drawDesk(["One", "Two"]);
    await userEvent.click(buttonOf("One"));
    const dialog = await screen.findByRole("dialog");
    const release = await within(dialog).findByRole("button", { name: "Release for 10 yellow" });
    await releasedElsewhere(ids[0]);
    await userEvent.click(release);
    await expect.poll(() => row("One")).toBeNull();
    expect(told).toEqual(["“One” was released already"]);
  });
});
