// @vitest-environment jsdom
import { useQuery } from "@tanstack/react-query";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { submitWorkflow } from "#contract/workflow-operations.ts";
import { type Api, createApi } from "#dashboard/api/api.ts";
import { workflowQuery } from "#dashboard/api/workflow-queries.ts";
import { apiOf, openTestSandbox, renderScreen, type TestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { connectToasts } from "#dashboard/ui/toast.ts";
import { WithheldBanner } from "./withheld-banner.tsx";

/* Over the real sandbox: what the banner and its dialog say is what its ledger does. */

beforeAll(() => {
  // jsdom has the element and not its methods.
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
});

function Watched({ api, id }: { api: Api; id: string }) {
  const { data } = useQuery(workflowQuery(api, id));
  return data ? <WithheldBanner id={id} workflow={data} /> : null;
}

/** The API of a hosted connection: through the relay, which here passes on at once. */
function hostedApiOf(sandbox: TestSandbox): Api {
  const passOn = globalThis.fetch;
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => passOn(url.replace(/^\/relay\/[^/]+/, ""), init));
  const connection = { id: "hosted", label: "Civitai", kind: "hosted", upstream: "http://upstream.test" } as const;
  return createApi(connection, () => sandbox.token, true);
}

/** A workflow whose picture is withheld, in an account with these balances, and its banner drawn. */
async function drawWithheld(
  balances: Record<string, number>,
  isHosted = false,
  later: { $type: string; name: string; input: object }[] = [],
) {
  const sandbox = openTestSandbox(undefined, isHosted ? { dialect: "hosted" } : {});
  const api = isHosted ? hostedApiOf(sandbox) : apiOf(sandbox);
  await sandbox.fetch(
    new Request("http://baton.test/_sandbox/accounts", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token: sandbox.token, balances }),
    }),
  );
  const hero = { $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a figure [rated:x]" } };
  const steps = [hero, ...later];
  const { body } = await api.call(submitWorkflow, { body: { steps } });
  const id = body.id ?? "";
  for (let second = 0; second < 10; second += 1) {
    sandbox.clock.advance(1);
    await sandbox.idle();
  }
  renderScreen(<Watched api={api} id={id} />, { api });
  return { sandbox, id };
}

async function balancesOf(sandbox: TestSandbox) {
  const headers = { Authorization: `Bearer ${sandbox.token}` };
  const answer = await sandbox.fetch(new Request("http://baton.test/_sandbox/account", { headers }));
  return (await answer.json()).balances;
}

describe("WithheldBanner", () => {
  it("names the price, and a release moves exactly that", async () => {
    const { sandbox } = await drawWithheld({ blue: 8, green: 2, yellow: 30 });
    expect(await screen.findByText(/1 output is withheld: rated X/)).toBeVisible();
    expect(screen.getByText("It was paid with blue and green, which buy no mature content.")).toBeVisible();
    expect(await screen.findByText(/Blue is then 8, green 2, yellow 20\./)).toBeVisible();
    await userEvent.click(await screen.findByRole("button", { name: "Release for 10 yellow" }));
    const dialog = await screen.findByRole("dialog");
    expect(
      within(dialog).getByText("8 blue and 2 green comes back, 10 yellow is charged.", { exact: false }),
    ).toBeVisible();
    expect(await balancesOf(sandbox)).toEqual({ blue: 0, green: 0, yellow: 30 });
    await userEvent.click(within(dialog).getByRole("button", { name: "Release for 10 yellow" }));
    await expect.poll(() => screen.queryByText(/withheld/)).toBeNull();
    expect(await balancesOf(sandbox)).toEqual({ blue: 8, green: 2, yellow: 20 });
  });

  it("says so when the release could not be noted in the metadata: it is released and paid all the same", async () => {
    const { sandbox } = await drawWithheld({ blue: 10, green: 0, yellow: 30 });
    const told: string[] = [];
    const end = connectToasts(({ title }) => told.push(title));
    const passOn = globalThis.fetch;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
      // The note is what fails, after the release.
      if (String(init.body).includes('"releases"')) {
        const fault = { kind: "500", times: 1, match: { method: "PUT" } };
        await passOn("/_sandbox/faults", {
          ...{ method: "POST", body: JSON.stringify(fault) },
          headers: { "Content-Type": "application/json" },
        });
      }
      return passOn(url, init);
    });
    await userEvent.click(await screen.findByRole("button", { name: "Release for 10 yellow" }));
    const dialog = await screen.findByRole("dialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "Release for 10 yellow" }));
    await expect.poll(() => told).toEqual(["Released, but not noted"]);
    expect(await balancesOf(sandbox)).toEqual({ blue: 10, green: 0, yellow: 20 });
    end();
  });

  it("says what became of a release whose dialog was left while it was under way", async () => {
    const { sandbox } = await drawWithheld({ blue: 10, green: 0, yellow: 30 });
    const told: string[] = [];
    const end = connectToasts(({ title }) => told.push(title));
    let leave = () => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const passOn = globalThis.fetch;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
      const isRelease = init.method === "PUT" && !url.includes("whatif=true");
      if (isRelease) await left;
      return passOn(url, init);
    });
    await userEvent.click(await screen.findByRole("button", { name: "Release for 10 yellow" }));
    await userEvent.click(
      within(await screen.findByRole("dialog")).getByRole("button", { name: "Release for 10 yellow" }),
    );
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    await passOn("/_sandbox/faults", {
      ...{ method: "POST", headers: { "Content-Type": "application/json" } },
      body: JSON.stringify({ kind: "drop", times: 100, match: { whatif: false } }),
    });
    leave();
    await expect.poll(() => told).toEqual(["Whether it was released is unknown"]);
    expect(await balancesOf(sandbox)).toEqual({ blue: 0, green: 0, yellow: 30 });
    end();
  });

  it("calls Buzz of a hosted connection live, in the banner as in the dialog, with the price summed up here", async () => {
    await drawWithheld({ blue: 10, green: 0, yellow: 30 }, true);
    await userEvent.click(await screen.findByRole("button", { name: "Release for 10 live yellow" }));
    expect(
      screen.getByText("Release: 10 blue comes back, 10 live yellow is charged. The balance after it is unknown."),
    ).toBeVisible();
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByRole("button", { name: "Release for 10 live yellow" })).toBeEnabled();
  });

  it("says how much yellow is missing, and changes nothing", async () => {
    const { sandbox } = await drawWithheld({ blue: 10, green: 0, yellow: 4 });
    await userEvent.click(await screen.findByRole("button", { name: /^Release for 10 yellow/ }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByRole("alert")).toHaveTextContent("6 yellow is missing");
    await userEvent.click(within(dialog).getByRole("button", { name: /^Release for 10 yellow/ }));
    expect(await balancesOf(sandbox)).toEqual({ blue: 0, green: 0, yellow: 4 });
  });

  it("names the first of the steps that wait for a release, and how many more there are", async () => {
    const later = ["small", "large", "printed", "framed"].map((name) => ({
      ...{ $type: "imageUpscaler", name },
      input: { image: { $ref: "hero", path: "output.images[0].url" } },
    }));
    await drawWithheld({ blue: 100, green: 0, yellow: 100 }, false, later);
    expect(await screen.findByText(/4 more steps wait for it: small, large, printed, 1 more\.$/)).toBeVisible();
  });
});
