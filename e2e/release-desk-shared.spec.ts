import { bar, receipt, waiting } from "./desk.ts";
import { expect, test } from "./operator.ts";

/* The desk while others work, too: what comes, what they decided, and what they paid or changed meanwhile. */

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

test("two operators release the same workflows at once, and each is paid for once", async ({
  page,
  operator,
  browser,
  baseURL,
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
    await one.goto(`${baseURL}/release`);
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
  await page.keyboard.type("ne");
  await page.keyboard.press("Home");
  await page.keyboard.type(" o");
  await expect(page.getByLabel("Find by name or tag")).toHaveValue(" one");
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
  const changesTo = (quantity: number) =>
    operator.calls("PUT", `/v2/consumer/workflows/${id}/steps/next`, { input: { engine: "flux", prompt, quantity } });
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
