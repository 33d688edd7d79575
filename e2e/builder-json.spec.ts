import { expectClean } from "./axe.ts";
import { expect, test } from "./operator.ts";

/* The body as JSON, a key that is no longer accepted, and a refused chain for every reader. */

const lines = (field: string) =>
  `{\n  "steps": [\n    {\n      "$type": "imageGen",\n      "name": "hero",\n      "input": { "engine": "flux", ${field} }\n    }\n  ]\n}`;

test("the JSON view marks a fault at its line, completes members, and keeps the last good chain", async ({ page }) => {
  await page.goto("/workflows/new?view=json");
  const editor = page.getByRole("textbox", { name: "Workflow body as JSON" });
  const write = async (text: string) => {
    await editor.click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text);
  };
  await write(lines('"prompt": "a fox", "steps": 9999'));
  const form = page.getByRole("region", { name: "Form of hero" });
  await expect(form.getByLabel("Prompt", { exact: true })).toHaveValue("a fox");
  await expect(page.locator(".cm-line", { has: page.locator(".cm-lintRange-error") })).toContainText('"steps": 9999');

  await write(`${lines('"prompt": "a fox"')} oops`);
  await expect(page.getByText("Not a body yet")).toBeVisible();
  await expect(form.getByLabel("Prompt", { exact: true })).toHaveValue("a fox");

  await write(lines('"prompt": "a fox"'));
  await expect(page.getByText("Not a body yet")).toBeHidden();
  for (let up = 0; up < 3; up += 1) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("End");
  for (let left = 0; left < 2; left += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.type(', "see');
  await expect(page.getByRole("option", { name: '"seed"' })).toBeVisible();
});

test("a key that is no longer accepted loses nothing that was typed, across a reload as well", async ({ page }) => {
  await page.goto("/workflows/new?draft=expired");
  await page.getByRole("option", { name: "Echo" }).click();
  const message = page.getByLabel("Message", { exact: true });
  await message.fill("before");
  await expect(page.getByRole("button", { name: /^Run for 10/ })).toBeVisible();

  await page.route("**/v2/**", (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: "Bearer expired" } }),
  );
  const refused = page.waitForResponse((answer) => answer.status() === 401);
  await message.fill("typed while the key expired");
  await refused;
  const quote = page.getByRole("region", { name: "Quote" });
  await expect(quote.getByText("The chain was not priced.", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Run for/ })).toHaveCount(0);
  await expect(message).toHaveValue("typed while the key expired");

  await page.reload();
  await expect(message).toHaveValue("typed while the key expired");
  await page.unroute("**/v2/**");
  await quote.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: /^Run for 10/ })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the threads of a chain and the list of refusals have no serious accessibility findings in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("/workflows/new");
    await page.getByRole("button", { name: "Import" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Text" }).fill(
      JSON.stringify({
        steps: [
          { $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a lighthouse", steps: 9999 } },
          { $type: "imageUpscaler", name: "big", input: { image: { $ref: "hero", path: "output.images[0].url" } } },
          { $type: "imageUpscaler", name: "free", input: {} },
        ],
        arguments: { who: "you" },
      }),
    );
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await expect(page.getByRole("region", { name: "Quote" }).getByText("Not priced yet")).toBeVisible();
    await expectClean(page, "threads and refusals");
  });
}
