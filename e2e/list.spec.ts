import type { Page } from "@playwright/test";
import { expect, test } from "./operator.ts";

const echo = (message: string) => [{ $type: "echo", input: { message } }];

test("an operator filters by tag and status, and shares the address", async ({ page, operator, context }) => {
  await operator.submits({ steps: echo("one"), tags: ["spring"], metadata: { name: "Spring one" } }, 10);
  await operator.submits({ steps: echo("[fail]"), tags: ["spring"], metadata: { name: "Spring two" } }, 10);
  await operator.submits({ steps: echo("three"), tags: ["autumn"], metadata: { name: "Autumn one" } }, 10);
  await page.goto("/workflows");
  await expect(page.getByRole("list", { name: "Workflows" }).getByRole("listitem")).toHaveCount(3);

  await page.getByRole("button", { name: "Filter by status" }).click();
  await page.getByRole("checkbox", { name: "Failed", exact: true }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Workflows" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("link", { name: "Spring two" })).toBeVisible();
  await expect(page).toHaveURL(/status=failed/);

  const other = await context.newPage();
  await other.addInitScript(
    (token) => localStorage.setItem("baton.sandbox-token", JSON.stringify(token)),
    operator.token,
  );
  await other.goto("/workflows?tags=spring&status=succeeded");
  await expect(other.getByRole("list", { name: "Workflows" }).getByRole("listitem")).toHaveCount(1);
  await expect(other.getByRole("link", { name: "Spring one" })).toBeVisible();

  await page.getByRole("button", { name: "Clear" }).click();
  await expect(page.getByRole("list", { name: "Workflows" }).getByRole("listitem")).toHaveCount(3);
});

test("the rows of a visit are asked for once, with its filter, before there is a frame for them", async ({
  page,
  operator,
}) => {
  await operator.submits({ steps: echo("one"), tags: ["spring"], metadata: { name: "Spring one" } }, 10);
  const asked: string[] = [];
  const hasFrame: boolean[] = [];
  await page.exposeFunction("noteFrame", (isThere: boolean) => hasFrame.push(isThere));
  await page.addInitScript(() => {
    const { fetch } = window;
    window.fetch = (...args) => {
      // Put there by exposeFunction.
      (window as unknown as { noteFrame: (isThere: boolean) => void }).noteFrame(
        document.querySelector("main") !== null,
      );
      return fetch(...args);
    };
  });
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    // The rail counts in larger pages, later.
    if (pathname === "/v2/consumer/workflows" && search.includes("take=50")) asked.push(search);
  });
  await page.goto("/workflows?tags=spring");
  await expect(page.getByRole("link", { name: "Spring one" })).toBeVisible();
  expect(asked).toEqual(["?tags=spring&take=50&hideMatureContent=true"]);
  expect(hasFrame[0]).toBe(false);
});

test("a link that says what no filter means shows more and not an error, and is put right", async ({
  page,
  operator,
}) => {
  await operator.submits({ steps: echo("one"), metadata: { name: "Only one" } }, 10);
  await page.goto("/workflows?status=sleeping&tags=&from=yesterday&page=2");
  await expect(page.getByRole("link", { name: "Only one" })).toBeVisible();
  await expect(page.getByText("1 loaded")).toBeVisible();
  await expect(page.getByRole("button", { name: "Clear", exact: true })).toBeHidden();
  await expect(page).toHaveURL(/\/workflows$/);
});

test("an account without workflows is told what would be here and what to do", async ({ page }) => {
  await page.goto("/workflows");
  await expect(page.getByRole("heading", { name: "No workflows yet" })).toBeVisible();
  await page.getByRole("link", { name: "Compose the first one" }).click();
  await expect(page).toHaveURL(/workflows\/new/);
});

test("the keyboard alone goes through the list and opens a workflow", async ({ page, operator }) => {
  await operator.submits({ steps: echo("a"), metadata: { name: "First" } }, 10);
  await operator.submits({ steps: echo("b"), metadata: { name: "Second" } }, 10);
  await page.goto("/workflows");
  await expect(page.getByRole("link", { name: "Second" })).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "First" })).toBeVisible();
});

const rows = (page: Page) => page.getByRole("list", { name: "Workflows" }).getByRole("listitem");

test("columns and density are chosen, and kept for the next visit", async ({ page, operator }) => {
  await operator.submits({ steps: echo("a"), tags: ["ink"], metadata: { name: "First" } }, 10);
  await page.goto("/workflows");
  await expect(rows(page).getByText("ink")).toBeVisible();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Tags" }).uncheck();
  await page.getByText("Compact").click();
  await page.keyboard.press("Escape");
  await expect(rows(page).getByText("ink")).toBeHidden();
  await expect.poll(async () => (await rows(page).boundingBox())?.height).toBe(36);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).getByText("ink")).toBeHidden();
  expect((await rows(page).boundingBox())?.height).toBe(36);
});

test("tags are suggested with their number, and left out by not", async ({ page, operator }) => {
  await operator.submits({ steps: echo("a"), tags: ["spring", "hero"], metadata: { name: "Spring hero" } }, 10);
  await operator.submits({ steps: echo("b"), tags: ["spring"], metadata: { name: "Spring other" } }, 10);
  await operator.submits({ steps: echo("c"), tags: ["autumn"], metadata: { name: "Autumn" } }, 10);
  await page.goto("/workflows");
  await page.getByRole("button", { name: "Filter by tags" }).click();
  const panel = page.getByRole("dialog", { name: "Filter by tags" });
  await panel.getByRole("combobox", { name: "Has all of" }).fill("spr");
  await expect(page.getByRole("option", { name: "spring 2 loaded" })).toBeVisible();
  await page.getByRole("option", { name: "spring 2 loaded" }).click();
  await expect(rows(page)).toHaveCount(2);
  await panel.getByRole("combobox", { name: "Has none of" }).fill("hero");
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/tags=spring&not=hero/);
  // What no loaded row has any more was seen before.
  await panel.getByRole("combobox", { name: "Has all of" }).fill("aut");
  await expect(page.getByRole("option", { name: "autumn seen before" })).toBeVisible();
});

test("a day is typed into a filter by the keyboard", async ({ page, operator }) => {
  await operator.submits({ steps: echo("a"), metadata: { name: "Early" } }, 10);
  await page.goto("/workflows");
  await page.getByRole("button", { name: /^Filter by created/i }).click();
  const to = page.getByRole("dialog").getByLabel("To", { exact: true });
  await to.focus();
  await page.keyboard.type("01152020", { delay: 50 });
  await expect(to).toHaveValue("2020-01-15");
  await expect(page.getByRole("heading", { name: "No workflow matches" })).toBeVisible();
});

test("new workflows wait behind a pill, are announced, and move nothing until they are asked for", async ({
  page,
  operator,
}) => {
  await page.clock.install();
  await operator.submits({ steps: echo("a"), metadata: { name: "First" } }, 10);
  await page.goto("/workflows");
  await expect(page.getByRole("link", { name: "First" })).toBeVisible();
  await operator.submits({ steps: echo("b"), metadata: { name: "Second" } }, 10);
  await page.clock.runFor(61_000);
  await expect(page.getByRole("button", { name: "1 new" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "1 new workflow" })).toBeAttached();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "1 new" }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText("Second");
  await expect(page.getByRole("button", { name: "1 new" })).toBeHidden();
});

test("Back leads to the same place of the same list", async ({ page, operator }) => {
  for (let index = 0; index < 40; index += 1) {
    await operator.submits({ steps: echo("a"), tags: ["many"], metadata: { name: `Row ${index}` } });
  }
  await page.goto("/workflows?tags=many");
  await expect(page.getByText("40 loaded")).toBeVisible();
  await page.getByRole("list", { name: "Workflows" }).hover();
  await page.mouse.wheel(0, 600);
  await page.getByRole("link", { name: "Row 12", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Row 12" })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/tags=many/);
  await expect(page.getByRole("link", { name: "Row 12", exact: true })).toBeInViewport();
  await expect(page.getByRole("link", { name: "Row 39", exact: true })).not.toBeInViewport();
});

test("a hidden tab asks the server nothing, and catches up when it is looked at", async ({ page, operator }) => {
  await page.clock.install();
  await operator.submits({ steps: echo("[slow]"), metadata: { name: "First" } });
  await page.goto("/workflows");
  await expect(page.getByRole("link", { name: "First" })).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const answered = page.waitForResponse((response) => response.url().includes("take=50"));
  await page.clock.runFor(10_000);
  await answered;
  await look(page, "hidden");
  asked.length = 0;
  await page.clock.runFor(600_000);
  expect(asked).toEqual([]);
  await look(page, "visible");
  await expect.poll(() => asked.some((url) => url.includes("/v2/consumer/workflows"))).toBe(true);
});

test("without a network the rows stay, and a filter set meanwhile is read when it is back", async ({
  page,
  operator,
  context,
}) => {
  await operator.submits({ steps: echo("a"), metadata: { name: "Good" } }, 10);
  await operator.submits({ steps: echo("[fail]"), metadata: { name: "Bad" } }, 10);
  await page.goto("/workflows");
  await expect(rows(page)).toHaveCount(2);
  await context.setOffline(true);
  await expect(page.getByText("You are offline.", { exact: false })).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Filter by status" }).click();
  await page.getByRole("checkbox", { name: "Failed", exact: true }).check();
  await page.keyboard.press("Escape");
  await context.setOffline(false);
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole("link", { name: "Bad" })).toBeVisible();
});

/** Bring the tab to the front, or put it behind another. */
async function look(page: Page, visibilityState: "hidden" | "visible"): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, visibilityState);
}
