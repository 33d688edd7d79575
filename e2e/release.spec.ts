import { expect, test } from "./operator.ts";

const mature = {
  steps: [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a figure [rated:x]", quantity: 2 } }],
  metadata: { name: "Figure study" },
};

test("an operator releases withheld output with the price in view", async ({ page, operator }) => {
  await operator.has({ blue: 100, yellow: 50 });
  const id = await operator.submits(mature, 20);
  await page.goto(`/workflows/${id}`);
  await expect(page.getByText("2 outputs are withheld: rated X")).toBeVisible();
  await page.getByRole("button", { name: "Release for 20 yellow" }).click();

  const dialog = page.getByRole("dialog", { name: "Release 2 withheld outputs" });
  await expect(dialog).toContainText("20 blue comes back, 20 yellow is charged.");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Release for 20 yellow" }).click();

  await expect(page.getByText("2 outputs are withheld: rated X")).toBeHidden();
  expect(await operator.balances()).toEqual({ blue: 100, green: 0, yellow: 30 });
});

test("a release is refused when yellow is short, says by how much, and changes nothing", async ({ page, operator }) => {
  await operator.has({ blue: 100, yellow: 19 });
  const id = await operator.submits(mature, 20);
  await page.goto(`/workflows/${id}`);
  await page.getByRole("button", { name: "Release for 20 yellow" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("alert").filter({ hasText: "1 yellow is missing" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Release for 20 yellow" })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.keyboard.press("Escape");
  expect(await operator.balances()).toEqual({ blue: 80, green: 0, yellow: 19 });
  expect((await operator.reads(id)).allowMatureContent).toBe(false);
});

test("no mature byte is asked for while mature media is hidden, and it is blurred until a press when it is not", async ({
  page,
  operator,
}) => {
  await operator.has({ yellow: 100 });
  const id = await operator.submits({ ...mature, allowMatureContent: true }, 20);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/blobs/")) asked.push(request.url());
  });
  await page.goto("/workflows");
  await expect(page.getByRole("link", { name: "Figure study" })).toBeVisible();
  await page.goto(`/workflows/${id}`);
  await expect(page.getByText(/Hidden: rated X/).first()).toBeVisible();
  expect(asked).toEqual([]);

  await page.getByRole("switch", { name: /Hide/ }).click();
  const veil = page.getByRole("button", { name: /^Show hero/ }).first();
  await expect(veil).toBeVisible();
  await veil.click();
  await page.getByRole("button", { name: /^Open hero/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(page).toHaveURL(/output=/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});
