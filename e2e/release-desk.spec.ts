import type { Page } from "@playwright/test";
import { tabTo } from "./keys.ts";
import { expect, type Operator, test } from "./operator.ts";

/** A workflow that blue paid for and whose output turns out mature. */
const withheld = (name: string, tag = "study") => ({
  steps: [{ $type: "imageGen", name: "figure", input: { engine: "flux", prompt: "a figure [rated:x]" } }],
  metadata: { name },
  tags: [tag],
  currencies: ["blue" as const],
});

async function waiting(operator: Operator, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) ids.push(await operator.submits(withheld(name), 20));
  return ids;
}

const bar = (page: Page) => page.getByRole("region", { name: "Selection" });
const receipt = (page: Page) => page.getByRole("region", { name: "Receipt" });

test("five workflows are released by the keyboard alone, with the price in view and a true receipt", async ({
  page,
  operator,
}) => {
  const { keyboard } = page;
  await operator.has({ blue: 100, yellow: 200 });
  const ids = await waiting(operator, ["One", "Two", "Three", "Four", "Five"]);
  const before = await operator.balances();
  await page.goto("/release");
  await expect(page.getByText("5 to decide on", { exact: false })).toBeVisible();
  for (let row = 0; row < 5; row += 1) {
    await keyboard.press("x");
    if (row < 4) await keyboard.press("j");
  }
  const spent = 100 - before.blue;
  await expect(bar(page).getByText("5 selected")).toBeVisible();
  await expect(bar(page).getByText(`${spent} blue comes back, ${spent} yellow is charged`)).toBeVisible();
  const release = bar(page).getByRole("button", { name: `Release 5 for ${spent} yellow` });
  await tabTo(page, release, "Shift+Tab");
  await keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Release 5 workflows" })).toBeVisible();
  await keyboard.press("ControlOrMeta+Enter");
  await expect(receipt(page).getByText("5 of 5 released.")).toBeVisible();
  await expect(
    receipt(page).getByText(`Quoted ${spent} yellow, charged ${spent} yellow; ${spent} blue came back.`),
  ).toBeVisible();
  expect(await operator.balances()).toEqual({ blue: 100, green: 0, yellow: 200 - spent });
  for (const id of ids) {
    const { metadata, allowMatureContent } = await operator.reads(id);
    expect(allowMatureContent).toBe(true);
    expect(metadata?.releases).toEqual([{ at: expect.any(String), quotedYellow: spent / 5, chargedYellow: spent / 5 }]);
  }
});

test("Enter opens the release of the marked row, also when its price is known already, and Escape leads back to it", async ({
  page,
  operator,
}) => {
  const { keyboard } = page;
  await operator.has({ blue: 100, yellow: 200 });
  await waiting(operator, ["One", "Two"]);
  const priced = page.waitForResponse((answer) => answer.url().includes("whatif=true"));
  await page.goto("/release");
  await expect(page.getByText("2 to decide on", { exact: false })).toBeVisible();
  await priced;
  await keyboard.press("j");
  await expect(page.getByLabel("Select One")).toBeFocused();
  for (const times of [1, 2]) {
    await keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Release 1 withheld output" });
    await expect(dialog, `time ${times}`).toContainText("Of One: 10 blue comes back, 10 yellow is charged.");
    await keyboard.press("Escape");
    await expect(page.getByLabel("Select One")).toBeFocused();
  }
});

test("what comes to be withheld meanwhile is told and comes when it is asked for; the mark of the keys stays on its row", async ({
  page,
  operator,
}) => {
  const { keyboard } = page;
  await operator.has({ blue: 100, yellow: 200 });
  await page.clock.install();
  await waiting(operator, ["One", "Two"]);
  await page.goto("/release");
  await expect(page.getByText("2 to decide on", { exact: false })).toBeVisible();
  await keyboard.press("j");
  await expect(page.getByLabel("Select One")).toBeFocused();
  await waiting(operator, ["Three"]);
  await page.clock.runFor("01:30");
  await page.getByRole("button", { name: "1 new", exact: true }).click();
  await expect(page.getByText("3 to decide on", { exact: false })).toBeVisible();
  await keyboard.press("x");
  await expect(page.getByLabel("Select One")).toBeChecked();
  await page.getByRole("listitem").filter({ hasText: "Three" }).getByRole("button", { name: "Release…" }).focus();
  await keyboard.press("x");
  await expect(page.getByLabel("Select Three")).toBeChecked();
});

test("the simulator tells what fits; a bulk release stops at a shortfall in the middle and charges nothing for the rest", async ({
  page,
  operator,
  request,
}) => {
  await operator.has({ blue: 100, yellow: 25 });
  await waiting(operator, ["One", "Two", "Three"]);
  await page.goto("/release");
  await expect(page.getByText("3 to decide on", { exact: false })).toBeVisible();
  await bar(page).getByRole("button", { name: "Select the 2 that fit" }).click();
  await expect(bar(page).getByText("2 selected")).toBeVisible();
  await page.getByLabel("Select One").check();
  await expect(bar(page).getByRole("button", { name: "Release 3 for 30 yellow" })).toHaveAccessibleDescription(
    "5 yellow is missing.",
  );
  await page.getByLabel("Select One").uncheck();
  // Meanwhile something else spends yellow: it suffices for one of the two.
  await request.post("/v2/consumer/workflows", {
    headers: { Authorization: `Bearer ${operator.token}` },
    data: { steps: [{ $type: "echo", input: { message: "x" } }], currencies: ["yellow"] },
  });
  await bar(page).getByRole("button", { name: "Release 2 for 20 yellow" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Release 2 for 20 yellow" }).click();
  await expect(receipt(page).getByText("1 of 2 released, 1 left as they are.")).toBeVisible();
  await expect(receipt(page).getByText(/^Yellow does not suffice/)).toBeVisible();
  await expect(receipt(page).getByText("Quoted 10 yellow, charged 10 yellow; 10 blue came back.")).toBeVisible();
  expect((await operator.balances()).yellow).toBe(5);
});

test("two operators release the same workflows at once, and each is paid for once", async ({
  page,
  operator,
  browser,
}) => {
  await operator.has({ blue: 100, yellow: 100 });
  const ids = await waiting(operator, ["One", "Two", "Three"]);
  const other = await browser.newContext();
  const second = await other.newPage();
  await second.addInitScript(
    (token) => localStorage.setItem("baton.sandbox-token", JSON.stringify(token)),
    operator.token,
  );
  for (const one of [page, second]) {
    await one.goto(
      new URL("/release", page.url() === "about:blank" ? test.info().project.use.baseURL : page.url()).href,
    );
    await expect(one.getByText("3 to decide on", { exact: false })).toBeVisible();
    await bar(one).getByRole("button", { name: "Select the 3 that fit" }).click();
    await bar(one).getByRole("button", { name: "Release 3 for 30 yellow" }).click();
  }
  await Promise.all(
    [page, second].map((one) =>
      one.getByRole("dialog").getByRole("button", { name: "Release 3 for 30 yellow" }).click(),
    ),
  );
  for (const one of [page, second]) await expect(receipt(one).getByText("3 of 3 released.")).toBeVisible();
  expect(await operator.balances()).toEqual({ blue: 100, green: 0, yellow: 70 });
  for (const id of ids) expect((await operator.reads(id)).allowMatureContent).toBe(true);
  await other.close();
});

test("a bulk release goes through limits, failures and a lost answer, and the receipt is true", async ({
  page,
  operator,
  request,
}) => {
  await operator.has({ blue: 100, yellow: 100 });
  const ids = await waiting(operator, ["One", "Two", "Three", "Four"]);
  await page.goto("/release");
  await bar(page).getByRole("button", { name: "Select the 4 that fit" }).click();
  const headers = { Authorization: `Bearer ${operator.token}` };
  for (const [index, kind] of ["429", "500", "502-html", "drop-after-commit"].entries()) {
    const armed = await request.post("/_sandbox/faults", {
      headers,
      data: { kind, times: 1, match: { method: "PUT", path: `/v2/consumer/workflows/${ids[index]}` } },
    });
    expect(armed.ok(), await armed.text()).toBe(true);
  }
  await bar(page).getByRole("button", { name: "Release 4 for 40 yellow" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Release 4 for 40 yellow" }).click();
  await expect(receipt(page).getByText("4 of 4 released.")).toBeVisible({ timeout: 30_000 });
  expect(await operator.balances()).toEqual({ blue: 100, green: 0, yellow: 60 });
});

test("what was looked at and stays withheld is marked for everybody, and comes back on demand", async ({
  page,
  operator,
}) => {
  await operator.has({ blue: 100, yellow: 100 });
  const [id = ""] = await waiting(operator, ["One", "Two"]);
  await page.goto("/release");
  await page.getByLabel("Select One").check();
  await bar(page).getByRole("button", { name: "Mark as reviewed" }).click();
  await expect(receipt(page).getByText("1 of 1 marked as reviewed.")).toBeVisible();
  await receipt(page).getByRole("button", { name: "Back to the list" }).click();
  await expect(page.getByText("1 to decide on", { exact: false })).toBeVisible();
  expect((await operator.reads(id)).metadata).toMatchObject({ name: "One", review: { decision: "withhold" } });
  // The rail counts what is left to decide on, as the desk does.
  await expect(page.getByRole("link", { name: "Release desk, 1 to decide on" })).toBeVisible();
  await page.getByLabel("Show reviewed (1)").check();
  await expect(page.getByText("Reviewed: stays withheld")).toBeVisible();
  await page.getByLabel("Group by").selectOption("tag");
  await expect(page.getByRole("heading", { name: "study 2" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "study 2" })).toBeVisible();
});

test("a mark is taken off again, and the desk is narrowed by a few letters", async ({ page, operator }) => {
  await operator.has({ blue: 100, yellow: 100 });
  const [id = ""] = await waiting(operator, ["One", "Two"]);
  await page.goto("/release");
  await expect(page.getByText("2 to decide on", { exact: false })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("one");
  await expect(page.getByRole("listitem").filter({ hasText: "Two" })).toHaveCount(0);
  await page.getByLabel("Select One").check();
  await bar(page).getByRole("button", { name: "Mark as reviewed" }).click();
  await receipt(page).getByRole("button", { name: "Back to the list" }).click();
  await page.getByLabel("Show reviewed (1)").check();
  await page.getByLabel("Select One").check();
  await bar(page).getByRole("button", { name: "Take the mark off" }).click();
  await expect(receipt(page).getByText("1 of 1 to decide on again.")).toBeVisible();
  expect((await operator.reads(id)).metadata).toEqual({ name: "One" });
});

test("a price that changed meanwhile is asked again, and nothing is released at another one", async ({
  page,
  operator,
  request,
}) => {
  await operator.has({ blue: 100, yellow: 100 });
  const figure = { $type: "imageGen", name: "figure", input: { engine: "flux", prompt: "a figure [rated:x]" } };
  const prompt = { $ref: "figure", path: "output.images[0].url" };
  const id = await operator.submits(
    {
      steps: [figure, { $type: "imageGen", name: "next", input: { engine: "flux", prompt } }],
      metadata: { name: "Chain" },
      currencies: ["blue"],
    },
    // It never ends by itself: the second step waits for the release.
    3,
  );
  const changesTo = async (quantity: number) => {
    const answer = await request.put(`/v2/consumer/workflows/${id}/steps/next`, {
      headers: { Authorization: `Bearer ${operator.token}` },
      data: { input: { engine: "flux", prompt, quantity } },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  const dialog = page.getByRole("dialog");
  await page.goto("/release");
  await page.getByRole("button", { name: "Release…" }).click();
  await expect(dialog.getByRole("button", { name: "Release for 20 yellow" })).toBeVisible();
  await changesTo(2);
  await dialog.getByRole("button", { name: "Release for 20 yellow" }).click();
  await expect(dialog.getByRole("alert")).toContainText("It was 20 yellow and is 30 now.");
  await expect(dialog.getByRole("button", { name: "Release for 30 yellow" })).toBeVisible();
  expect((await operator.reads(id)).allowMatureContent).toBe(false);

  await page.keyboard.press("Escape");
  await page.getByLabel("Select Chain").check();
  await bar(page).getByRole("button", { name: "Release 1 for 30 yellow" }).click();
  await changesTo(3);
  await dialog.getByRole("button", { name: "Release 1 for 30 yellow" }).click();
  await expect(receipt(page).getByText("The price of a release changed from 30 to 40 yellow.")).toBeVisible();
  expect(await operator.balances()).toEqual({ blue: 60, green: 0, yellow: 100 });

  await receipt(page).getByRole("button", { name: "Back to the list" }).click();
  await bar(page).getByRole("button", { name: "Release 1 for 40 yellow" }).click();
  await dialog.getByRole("button", { name: "Release 1 for 40 yellow" }).click();
  await expect(receipt(page).getByText("Quoted 40 yellow, charged 40 yellow; 40 blue came back.")).toBeVisible();
});

test("on a live connection the balance is unknown and said so, the price is named as live, and the release is true", async ({
  page,
  operator,
  baseURL,
}) => {
  await operator.has({ blue: 100, yellow: 100 });
  await waiting(operator, ["One"]);
  await page.addInitScript(
    ([upstream, key]) => {
      localStorage.setItem("baton.connections", JSON.stringify([{ id: "live", label: "Studio", upstream }]));
      localStorage.setItem("baton.connection", JSON.stringify("live"));
      sessionStorage.setItem("baton.keys", JSON.stringify({ live: key }));
    },
    [baseURL, operator.token],
  );
  await page.goto("/release");
  await expect(page.getByRole("banner").getByText("Balance unknown")).toBeVisible();
  await expect(bar(page).getByRole("button", { name: "Select what fits" })).toHaveAccessibleDescription(
    "The balance is unknown, so nobody can tell what fits.",
  );
  await page.getByLabel("Select One").check();
  await expect(bar(page).getByText("Balance unknown, so what is left is, too")).toBeVisible();
  await bar(page).getByRole("button", { name: "Release 1 for 10 live yellow" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("row", { name: /^Yellow/ })).toContainText("unknown");
  await dialog.getByRole("button", { name: "Release 1 for 10 live yellow" }).click();
  await expect(receipt(page).getByText("Quoted 10 yellow, charged 10 yellow; 10 blue came back.")).toBeVisible();
  expect(await operator.balances()).toEqual({ blue: 100, green: 0, yellow: 90 });
});

test("who goes back from a workflow stands where the desk was left", async ({ page, operator }) => {
  const names = Array.from({ length: 12 }, (_, index) => `Study ${index + 1}`);
  await operator.has({ blue: 500 });
  await waiting(operator, names);
  await page.goto("/release");
  const row = (name: string) => page.getByRole("link", { name, exact: true });
  const [first, last] = [row("Study 12"), row("Study 1")];
  await last.scrollIntoViewIfNeeded();
  await expect(first).not.toBeInViewport();
  await last.click();
  await expect(page.getByRole("heading", { level: 1, name: "Study 1" })).toBeVisible();
  await page.goBack();
  await expect(last).toBeInViewport();
  await expect(first).not.toBeInViewport();
});
