import { expect, test } from "./operator.ts";

test("the price is asked for anew at the press, and other Buzz is not spent before it was named", async ({
  page,
  operator,
}) => {
  await operator.has({ blue: 100, green: 100, yellow: 100 });
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Echo" }).click();
  await page.getByLabel("Message", { exact: true }).fill("hello");
  const run = page.getByRole("button", { name: "Run for 10: 10 blue" });
  await expect(run).toBeEnabled();
  await operator.nowHas({ blue: 4, green: 3 });

  await run.click();
  const dialog = page.getByRole("dialog", { name: "The price has changed" });
  await expect(dialog).toContainText("It was “Run for 10: 10 blue” when you pressed. Nothing was run yet.");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expect(dialog.getByRole("row", { name: /^Blue/ })).toContainText("4−40");
  expect(await operator.lists()).toHaveLength(0);

  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("region", { name: "Quote" }).getByRole("row", { name: /^Blue/ })).toContainText("4−40");
  await page.getByRole("button", { name: "Run for 10: 4 blue + 3 green + 3 yellow" }).click();
  await expect.poll(() => operator.balances()).toEqual({ blue: 0, green: 0, yellow: 97 });
});
