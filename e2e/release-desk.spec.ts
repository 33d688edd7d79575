import { bar, receipt, waiting } from "./desk.ts";
import { tabTo } from "./keys.ts";
import { expect, test } from "./operator.ts";

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

test("the simulator tells what fits; a bulk release stops at a shortfall in the middle and charges nothing for the rest", async ({
  page,
  operator,
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
  await operator.submits({ steps: [{ $type: "echo", input: { message: "x" } }], currencies: ["yellow"] });
  await bar(page).getByRole("button", { name: "Release 2 for 20 yellow" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Release 2 for 20 yellow" }).click();
  await expect(receipt(page).getByText("1 of 2 released, 1 left as they are.")).toBeVisible();
  await expect(receipt(page).getByText(/^Yellow does not suffice/)).toBeVisible();
  await expect(receipt(page).getByText("Quoted 10 yellow, charged 10 yellow; 10 blue came back.")).toBeVisible();
  expect((await operator.balances()).yellow).toBe(5);
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

test("no row moves when the first one is selected", async ({ page, operator }) => {
  await operator.has({ blue: 1_000, green: 1_000, yellow: 1_000 });
  await waiting(operator, ["One", "Two"]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/release");
  await expect(bar(page).getByRole("button", { name: "Select the 2 that fit" })).toBeVisible();
  const row = page.getByRole("listitem").filter({ hasText: "Two" });
  const before = await row.boundingBox();
  await page.getByLabel("Select Two").check();
  await expect(bar(page).getByText("10 blue comes back, 10 yellow is charged")).toBeVisible();
  expect((await row.boundingBox())?.y).toBe(before?.y);
});
