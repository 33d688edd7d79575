import type { Page } from "@playwright/test";
import { everyTry, expect, test } from "./own-host.ts";

const submits = { method: "POST", path: "/v2/consumer/workflows", whatif: false };
const mature = { steps: [{ $type: "imageGen", input: { engine: "flux", prompt: "a figure [rated:x]" } }] };

/** A chain of one picture that costs 10 blue, priced and ready to run. */
async function composes(page: Page): Promise<void> {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Generate image" }).click();
  await page.getByLabel("Engine").selectOption("flux");
  await page.getByLabel("Prompt", { exact: true }).fill("a fox");
  await page.getByLabel("Name", { exact: true }).fill("Fox");
  await expect(page.getByRole("button", { name: "Run for 10: 10 blue" })).toBeEnabled();
}

test.describe("Run", () => {
  test("is charged once when the answer is lost and the request goes out again by itself", async ({
    page,
    operator,
    faults,
  }) => {
    await composes(page);
    await faults.arm({ kind: "drop-after-commit", match: submits });
    await page.getByRole("button", { name: "Run for 10" }).click();
    await expect(page.getByRole("heading", { name: "Fox", level: 1 })).toBeVisible();
    expect(await operator.lists()).toHaveLength(1);
    expect(await operator.balances()).toMatchObject({ blue: 490 });
  });

  test("is charged once when every answer is lost and the operator presses again", async ({
    page,
    operator,
    faults,
  }) => {
    await composes(page);
    await faults.arm({ kind: "drop-after-commit", times: everyTry, match: submits });
    await page.getByRole("button", { name: "Run for 10" }).click();
    await expect(page.getByRole("alert")).toContainText("Press Run again: the same draft is never paid twice.");
    await expect(page.getByLabel("Prompt", { exact: true })).toHaveValue("a fox");

    await faults.disarm();
    await page.getByRole("button", { name: "Run for 10" }).click();
    await expect(page.getByRole("heading", { name: "Fox", level: 1 })).toBeVisible();
    expect(await operator.lists()).toHaveLength(1);
    expect(await operator.balances()).toMatchObject({ blue: 490 });
  });
});

test.describe("A change while a run is on its way", () => {
  /** Holds what runs a chain back until it is let go. */
  async function holdsRuns(page: Page) {
    let letGo = () => {};
    const isLetGo = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(
      ({ pathname, searchParams }) => pathname === submits.path && !searchParams.has("whatif"),
      async (route, asked) => {
        if (asked.method() === "POST") await isLetGo;
        await route.continue();
      },
    );
    return {
      letGo,
      sent: page.waitForRequest((asked) => asked.method() === "POST" && !asked.url().includes("whatif")),
    };
  }

  test("stays in the draft, is not in the run, and is run only when it is pressed for", async ({ page, operator }) => {
    await composes(page);
    const { letGo, sent } = await holdsRuns(page);
    const prompt = page.getByLabel("Prompt", { exact: true });
    await page.getByRole("button", { name: "Run for 10" }).click();
    await sent;
    await prompt.fill("a hare");
    await expect(page.getByText("An earlier run may be on its way")).toBeVisible();
    letGo();
    await expect(page.getByText("The earlier run has begun")).toBeVisible();
    await expect(page).toHaveURL(/\/workflows\/new/);
    const [first, ...others] = await operator.lists();
    expect(others).toEqual([]);
    expect(first?.steps[0]?.input).toMatchObject({ prompt: "a fox" });
    expect(await operator.balances()).toMatchObject({ blue: 490 });

    await page.reload();
    await expect(prompt).toHaveValue("a hare");
    await page.getByRole("button", { name: "Run for 10" }).click();
    await expect(page.getByRole("heading", { name: "Fox", level: 1 })).toBeVisible();
    const all = await operator.lists();
    expect(all.map(({ steps }) => steps[0]?.input)).toMatchObject([{ prompt: "a hare" }, { prompt: "a fox" }]);
    expect(await operator.balances()).toMatchObject({ blue: 480 });
  });

  test("leads to the run that began, which tells what it was quoted", async ({ page }) => {
    await composes(page);
    const { letGo, sent } = await holdsRuns(page);
    await page.getByRole("button", { name: "Run for 10" }).click();
    await sent;
    await page.getByLabel("Prompt", { exact: true }).fill("a hare");
    letGo();
    await page.getByRole("alert").or(page.getByRole("status")).getByRole("link", { name: "Show it" }).click();
    await expect(page.getByText("Quoted 10, charged 10.")).toBeVisible();
  });

  test("is run for itself, also when the page was left before the answer came", async ({ page, operator }) => {
    await composes(page);
    const { letGo, sent } = await holdsRuns(page);
    await page.getByRole("button", { name: "Run for 10" }).click();
    await sent;
    await page.getByRole("link", { name: "Spend" }).click();
    letGo();
    await expect.poll(async () => (await operator.lists()).length).toBe(1);
    await page.getByRole("link", { name: "New workflow" }).click();
    await page.getByLabel("Prompt", { exact: true }).fill("a hare");
    await expect(page.getByText("An earlier run may be on its way")).toBeVisible();
    await page.getByRole("button", { name: "Run for 10" }).click();
    await expect(page.getByRole("heading", { name: "Fox", level: 1 })).toBeVisible();
    const all = await operator.lists();
    expect(all.map(({ steps }) => steps[0]?.input)).toMatchObject([{ prompt: "a hare" }, { prompt: "a fox" }]);
    expect(await operator.balances()).toMatchObject({ blue: 480 });
  });

  test("in the same moment as the press runs nothing: what is seen has no price yet", async ({ page, operator }) => {
    await composes(page);
    const prompt = page.getByLabel("Prompt", { exact: true });
    const runs = page.getByRole("button", { name: "Run for 10" });
    const button = await runs.elementHandle();
    // Faster than any hand: typed and pressed before the page draws anything.
    await prompt.evaluate((box: HTMLTextAreaElement, pressed) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(box, "a hare");
      box.dispatchEvent(new Event("input", { bubbles: true }));
      if (pressed instanceof HTMLElement) pressed.click();
    }, button);
    await expect(prompt).toHaveValue("a hare");
    await expect(runs).toBeEnabled();
    expect(await operator.lists()).toEqual([]);
    await runs.click();
    await expect(page.getByRole("heading", { name: "Fox", level: 1 })).toBeVisible();
    expect((await operator.lists()).map(({ steps }) => steps[0]?.input)).toMatchObject([{ prompt: "a hare" }]);
  });
});

test.describe("Release", () => {
  test("is charged once when its answer is lost", async ({ page, operator, faults }) => {
    const id = await operator.submits(mature, 20);
    await page.goto(`/workflows/${id}`);
    await page.getByRole("button", { name: "Release for 10 yellow" }).click();
    await faults.arm({
      kind: "drop-after-commit",
      times: everyTry,
      match: { method: "PUT", path: `/v2/consumer/workflows/${id}` },
    });
    await page.getByRole("dialog").getByRole("button", { name: "Release for 10 yellow" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByText("1 output is withheld")).toBeHidden();
    expect(await operator.balances()).toEqual({ blue: 500, green: 1000, yellow: 1990 });
  });

  test("that did not arrive says that nothing was released, and can be tried again", async ({
    page,
    operator,
    faults,
  }) => {
    const id = await operator.submits(mature, 20);
    await page.goto(`/workflows/${id}`);
    await page.getByRole("button", { name: "Release for 10 yellow" }).click();
    await faults.arm({ kind: "drop", times: everyTry, match: { method: "PUT", path: `/v2/consumer/workflows/${id}` } });
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Release for 10 yellow" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Nothing was released");
    expect(await operator.balances()).toMatchObject({ blue: 490, yellow: 2000 });

    await faults.disarm();
    await dialog.getByRole("button", { name: "Release for 10 yellow" }).click();
    await expect(dialog).toBeHidden();
    expect(await operator.balances()).toMatchObject({ blue: 500, yellow: 1990 });
  });

  test("of which nothing can be learned claims nothing, and charges once when it is pressed again", async ({
    page,
    operator,
    faults,
  }) => {
    const id = await operator.submits(mature, 20);
    await page.goto(`/workflows/${id}`);
    await page.getByRole("button", { name: "Release for 10 yellow" }).click();
    const path = `/v2/consumer/workflows/${id}`;
    await faults.arm({ kind: "drop-after-commit", times: everyTry, match: { method: "PUT", path } });
    // From the moment that the release is sent, looking at the workflow is not answered either.
    await page.route(
      (url) => url.pathname === path && !url.searchParams.has("whatif"),
      async (route, asked) => {
        if (asked.method() === "PUT")
          await faults.arm({ kind: "drop", times: everyTry, match: { method: "GET", path } });
        await route.continue();
      },
    );
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Release for 10 yellow" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Whether it was released is unknown");
    await expect(dialog).not.toContainText("Nothing was released");

    await faults.disarm();
    await dialog.getByRole("button", { name: "Release for 10 yellow" }).click();
    await expect(dialog).toBeHidden();
    expect(await operator.balances()).toEqual({ blue: 500, green: 1000, yellow: 1990 });
  });
});

test.describe("Quote", () => {
  const failures = [
    { kind: "429", says: "Too many requests" },
    { kind: "500", says: "The server failed" },
    { kind: "502-html", says: "The server answered with an error page" },
  ] as const;

  for (const { kind, says } of failures) {
    test(`keeps what was typed when it meets a ${kind}, says so, and comes at the next try`, async ({
      page,
      faults,
    }) => {
      await composes(page);
      await faults.arm({ kind, match: { ...submits, whatif: true } });
      await page.getByLabel("Prompt", { exact: true }).fill("a fox in the snow");
      const alert = page.getByRole("alert");
      await expect(alert).toContainText(says);
      await expect(alert).toContainText("The chain was not priced.");
      await expect(page.getByRole("button", { name: /^Run/ })).toHaveAttribute("aria-disabled", "true");

      await alert.getByRole("button", { name: "Try again", exact: true }).click();
      await expect(page.getByRole("button", { name: "Run for 10: 10 blue" })).toBeEnabled();
      await expect(page.getByLabel("Prompt", { exact: true })).toHaveValue("a fox in the snow");
      await expect(alert).toHaveCount(0);
    });
  }
});
