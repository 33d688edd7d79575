import { everyTry, expect, test } from "./own-host.ts";

const submits = { method: "POST", path: "/v2/consumer/workflows", whatif: false };

test.describe("A dialog that runs", () => {
  const words = { steps: [{ $type: "echo", name: "say", input: { message: "hello" } }] };

  test("is not left by a slip of the hand while the answer of its run is lost, and a second press pays nothing more", async ({
    page,
    operator,
    faults,
  }) => {
    const id = await operator.submits(words, 20);
    const before = await operator.balances();
    await page.goto(`/workflows/${id}`);
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Run a copy as it is" }).click();
    const dialog = page.getByRole("dialog", { name: "Run a copy as it is" });
    const run = dialog.getByRole("button", { name: /^Run for/ });
    await expect(run).toBeEnabled();
    await faults.arm({ kind: "drop-after-commit", times: everyTry, match: submits });
    await run.click();
    await expect(dialog.getByRole("alert")).toContainText("Press Run again");
    const once = await operator.balances();
    expect(once).not.toEqual(before);

    await page.keyboard.press("Escape");
    const question = page.getByRole("dialog", { name: "A run may be on its way" });
    await expect(question).toBeVisible();
    await question.getByRole("button", { name: "Stay" }).click();
    await faults.disarm();
    await run.click();
    await expect(dialog).toBeHidden();
    expect(await operator.balances()).toEqual(once);
    expect(await operator.lists()).toHaveLength(2);
  });

  test("asks before it is left while a grid is under way, and before what was filled in is lost", async ({
    page,
    operator,
    faults,
  }) => {
    const id = await operator.submits(words, 20);
    await page.goto(`/workflows/${id}`);
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Run a copy as it is" }).click();
    const dialog = page.getByRole("dialog", { name: "Run a copy as it is" });
    await dialog.getByLabel("Times", { exact: true }).fill("3");
    await page.keyboard.press("Escape");
    const typed = page.getByRole("dialog", { name: "What you filled in is not kept" });
    await typed.getByRole("button", { name: "Stay" }).click();
    await expect(dialog.getByLabel("Times", { exact: true })).toHaveValue("3");

    await dialog.getByRole("button", { name: "Ask for the price of 3 runs" }).click();
    await faults.arm({ kind: "hang", match: submits });
    await expect(dialog.getByRole("button", { name: /^Run 3 workflows for/ })).toBeEnabled();
    // The keys that confirm a dialog run what it names.
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(dialog.getByText("0 of 3 begun")).toBeVisible();
    await page.keyboard.press("Escape");
    const running = page.getByRole("dialog", { name: "Something is still under way" });
    await running.getByRole("button", { name: "Close and stop it" }).click();
    await expect(dialog).toBeHidden();
    expect(await operator.lists()).toHaveLength(1);
  });
});
