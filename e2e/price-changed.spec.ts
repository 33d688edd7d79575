import { expect, test } from "./operator.ts";

test("a price that is not of this moment is asked for again, and other Buzz is not spent before it was named", async ({
  page,
  operator,
  request,
}) => {
  await operator.has({ blue: 100, green: 100, yellow: 100 });
  // A clock that can be put ahead: a price counts as of this moment for half a minute.
  await page.clock.install();
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Echo" }).click();
  await page.getByLabel("Message", { exact: true }).fill("hello");
  const run = page.getByRole("button", { name: "Run for 10: 10 blue" });
  await expect(async () => {
    await page.clock.runFor(500);
    await expect(run).toBeEnabled({ timeout: 500 });
  }).toPass();
  await page.clock.runFor(31_000);
  const headers = { Authorization: `Bearer ${operator.token}` };
  await request.put("/_sandbox/account/balances", { headers, data: { blue: 4, green: 3 } });

  await run.click();
  const dialog = page.getByRole("dialog", { name: "The price has changed" });
  await expect(dialog).toContainText("It was “Run for 10: 10 blue” when you pressed. Nothing was run yet.");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expect(page.getByRole("region", { name: "Quote" }).getByRole("row", { name: /^Blue/ })).toContainText("4−40");
  expect(await operator.lists()).toHaveLength(0);

  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Run for 10: 4 blue + 3 green + 3 yellow" }).click();
  await expect.poll(() => operator.balances()).toEqual({ blue: 0, green: 0, yellow: 97 });
});
