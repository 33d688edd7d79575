import type { Page } from "@playwright/test";
import { expect, type Operator, test } from "./operator.ts";

/* The input of a step that waits, changed on the workflow's page. */

const image = (name: string, prompt: unknown, more: object = {}) => ({
  $type: "imageGen",
  name,
  input: { engine: "flux", prompt, width: 256, height: 256, ...more },
});

test.describe("a step that has not begun", () => {
  /** The first output is withheld, so that the second step waits until somebody releases it. */
  const waiting = {
    steps: [
      image("figure", "a figure [rated:x]"),
      image("poster", { $ref: "figure", path: "output.images[0].url" }, { quantity: 1 }),
    ],
  };
  const input = { engine: "flux", prompt: "another poster", width: 256, height: 256, quantity: 3 };

  /** Opens the input of the step that waits; answers the workflow's id. */
  async function edits(page: Page, operator: Operator): Promise<string> {
    const id = await operator.submits(waiting);
    await expect.poll(async () => (await operator.reads(id)).steps[0]?.status).toBe("succeeded");
    await page.goto(`/workflows/${id}`);
    await page.getByRole("button", { name: "Edit the input" }).click();
    return id;
  }

  test("takes another input for a price that is named before", async ({ page, operator }) => {
    const id = await edits(page, operator);
    const text = page.getByRole("textbox", { name: "Input of poster as JSON" });
    const save = page.getByRole("button", { name: /^Save the input/ });
    await text.fill("{");
    await expect(page.getByText("This is no JSON yet.").first()).toBeVisible();
    await expect(save).toHaveAttribute("aria-disabled", "true");
    await page.getByRole("link", { name: "Spend" }).click();
    await page.getByRole("dialog", { name: "A change is not saved" }).getByRole("button", { name: "Stay" }).click();
    await text.fill(JSON.stringify(input));
    await expect(
      page.getByText("The new input costs 20 Buzz more, charged from blue, then green, then yellow when it is saved."),
    ).toBeVisible();
    await page.getByRole("button", { name: "Save the input for 20 Buzz more" }).click();
    await expect(
      page.getByRole("button", { name: "Edit the input" }).or(page.getByText("another poster")).first(),
    ).toBeVisible();
    await expect.poll(async () => (await operator.reads(id)).steps[1]?.input).toMatchObject(input);
    expect(await operator.balances()).toMatchObject({ blue: 460 });
  });

  test("keeps what was typed when the server refuses it, and says where", async ({ page, operator }) => {
    await operator.has({ blue: 20, yellow: 5 });
    await edits(page, operator);
    const text = page.getByRole("textbox", { name: "Input of poster as JSON" });
    await text.fill(JSON.stringify({ ...input, quantity: 999 }));
    await expect(page.getByText("What the change costs is unknown.")).toBeVisible();
    await expect(
      page
        .getByRole("listitem")
        .filter({ hasText: /^quantity/ })
        .first(),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Save the input" })).toHaveAttribute("aria-disabled", "true");

    await text.fill(JSON.stringify(input));
    await page.getByRole("button", { name: "Save the input for 20 Buzz more" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Insufficient Buzz" })).toBeVisible();
    await expect(text).toContainText("another poster");
    expect(await operator.balances()).toEqual({ blue: 0, green: 0, yellow: 5 });
  });

  test("asks for its price once more where that could not be told", async ({ page, operator }) => {
    await edits(page, operator);
    await page.route(/whatif=true/, (route) => route.abort());
    await page.getByRole("textbox", { name: "Input of poster as JSON" }).fill(JSON.stringify(input));
    const save = page.getByRole("button", { name: /^Save the input/ });
    await expect(page.getByText("What the change costs is unknown.")).toBeVisible();
    await expect(save).toHaveAttribute("aria-disabled", "true");
    await page.unroute(/whatif=true/);
    await page.getByRole("button", { name: "Ask again" }).click();
    await expect(save).toHaveText("Save the input for 20 Buzz more");
    await expect(save).toBeEnabled();
  });

  test("is not overwritten unasked when somebody else changed it", async ({ page, operator }) => {
    const id = await edits(page, operator);
    await page.getByRole("textbox", { name: "Input of poster as JSON" }).fill(JSON.stringify(input));
    await operator.calls("PUT", `/v2/consumer/workflows/${id}/steps/poster`, {
      input: { ...input, prompt: { $ref: "figure", path: "output.images[0].url" }, quantity: 2 },
    });
    await page.getByRole("button", { name: /^Save the input/ }).click();
    await expect(page.getByText("It was changed meanwhile")).toBeVisible();
    expect((await operator.reads(id)).steps[1]?.input).toMatchObject({ quantity: 2 });
    await page.getByRole("button", { name: /^Overwrite it/ }).click();
    await expect.poll(async () => (await operator.reads(id)).steps[1]?.input).toMatchObject(input);
  });

  test("keeps what is typed while it is saved, and saves that next", async ({ page, operator }) => {
    const id = await edits(page, operator);
    const text = page.getByRole("textbox", { name: "Input of poster as JSON" });
    const save = page.getByRole("button", { name: /^Save the input/ });
    let goOn = () => {};
    const mayGo = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route(/\/steps\/poster$/, async (route) => {
      await mayGo;
      await route.continue();
    });
    // It goes on waiting for the figure, and can be changed again.
    const asked = (quantity: number) => ({
      ...input,
      prompt: { $ref: "figure", path: "output.images[0].url" },
      quantity,
    });
    await text.fill(JSON.stringify(asked(3)));
    await expect(save).toBeEnabled();
    await save.click();
    await text.fill(JSON.stringify(asked(2)));
    goOn();
    await expect(page.getByText("Saved; what you have typed since is not saved yet.")).toBeVisible();
    await expect(text).toContainText('"quantity":2');
    await expect(save).toBeEnabled();
    await save.click();
    await expect.poll(async () => (await operator.reads(id)).steps[1]?.input).toMatchObject({ quantity: 2 });
    await expect(text).toBeHidden();
  });
});

test.describe("an input whose step begins while it is edited", () => {
  const poster = image("poster", { $ref: "figure", path: "output.images[0].url" });
  const save = (page: Page) => page.getByRole("button", { name: "Save the input" });
  const text = (page: Page) => page.getByRole("textbox", { name: "Input of poster as JSON" });

  /** The poster waits for the figure, which is withheld, and its input is typed anew. Answers what lets it begin. */
  async function types(page: Page, operator: Operator): Promise<() => Promise<void>> {
    const id = await operator.submits({ steps: [image("figure", "a figure [rated:x]"), poster] });
    await expect.poll(async () => (await operator.reads(id)).steps[0]?.status).toBe("succeeded");
    await page.goto(`/workflows/${id}`);
    await page.getByRole("button", { name: "Edit the input" }).click();
    await text(page).fill(JSON.stringify({ ...poster.input, prompt: "another poster" }));
    await expect(save(page)).toBeEnabled();
    return async () => {
      await operator.calls("PUT", `/v2/consumer/workflows/${id}`, { allowMatureContent: true });
      await expect.poll(async () => (await operator.reads(id)).steps[1]?.status).not.toBe("unassigned");
    };
  }

  test("can't be saved any more, and what was typed stays", async ({ page, operator }) => {
    const begin = await types(page, operator);
    await begin();
    await expect(save(page)).toHaveAccessibleDescription(/The step has begun: its input stands/);
    await expect(text(page)).toContainText("another poster");
  });

  test("is refused where the page did not hear of it, and what was typed stays", async ({ page, operator }) => {
    // The news of changes never comes.
    await page.route(/until=change/, () => {});
    const begin = await types(page, operator);
    await begin();
    await save(page).click();
    await expect(page.getByRole("alert")).toContainText("The input is as it was, and nothing was charged.");
    await expect(save(page)).toHaveAccessibleDescription(/The step has begun: its input stands/);
    await expect(text(page)).toContainText("another poster");
  });
});
