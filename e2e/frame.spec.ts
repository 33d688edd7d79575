import { expect, test } from "./operator.ts";

const echo = (name: string) => ({ steps: [{ $type: "echo", input: { message: "hi" } }], metadata: { name } });

test("without a network the page stays and says so, other screens open, and it recovers by itself", async ({
  page,
  context,
  operator,
}) => {
  await operator.submits(echo("Before"), 10);
  const loaded = page.waitForResponse((answer) => /release-page.*\.js$/.test(answer.url()));
  await page.goto("/workflows");
  await expect(page.getByRole("link", { name: "Before" })).toBeVisible();
  await loaded;
  await page.getByRole("link", { name: "Spend" }).click();
  await expect(page.getByText("From 1 workflow", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Workflows", exact: true }).click();

  await context.setOffline(true);
  await expect(page.getByText("You are offline.", { exact: false })).toBeVisible();
  await expect(page.getByRole("link", { name: "Before" })).toBeVisible();
  await page.getByRole("link", { name: "Spend" }).click();
  await expect(page.getByRole("heading", { name: "Spend", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Templates" }).click();
  await expect(page.getByRole("heading", { name: "Templates", level: 1 })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("dialog", { name: "Go to, or do" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Workflows", exact: true }).click();
  await expect(page.getByRole("link", { name: "Before" })).toBeVisible();

  await operator.submits(echo("Meanwhile"), 10);
  await context.setOffline(false);
  await expect(page.getByText("You are offline.", { exact: false })).toBeHidden();
  await page.getByRole("button", { name: "1 new" }).click();
  await expect(page.getByRole("link", { name: "Meanwhile" })).toBeVisible();
});

test("the tab's title and icon tell what runs, and the rail what waits for a decision", async ({ page, operator }) => {
  await operator.submits({
    steps: [{ $type: "imageGen", input: { engine: "flux", prompt: "a harbour [slow]" } }],
    metadata: { name: "Harbour" },
  });
  const icon = page.locator('link[rel="icon"]');
  await page.goto("/workflows");
  await expect(page).toHaveTitle("Workflows (1 active) · Baton");
  await expect(icon).toHaveAttribute("href", /^data:image\/svg/);
  await page.getByRole("link", { name: "Spend" }).click();
  await expect(page).toHaveTitle("Spend · Baton");
  await expect(icon).toHaveAttribute("href", /favicon\.svg$/);

  await operator.submits(
    { steps: [{ $type: "imageGen", input: { engine: "flux", prompt: "a figure [rated:x]" } }], currencies: ["blue"] },
    20,
  );
  await page.reload();
  await expect(page.getByRole("link", { name: "Release desk, 1 to decide on" })).toBeVisible();
});

test("no letter alone spends or releases, and Ctrl or Command with Enter confirms the open dialog", async ({
  page,
  operator,
}) => {
  await operator.has({ blue: 100, yellow: 100 });
  const id = await operator.submits(
    { steps: [{ $type: "imageGen", input: { engine: "flux", prompt: "a figure [rated:x]" } }], currencies: ["blue"] },
    20,
  );
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789/?".split("");
  const before = await operator.balances();
  for (const path of ["/release", `/workflows/${id}`, "/workflows"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const letter of letters) {
      await page.keyboard.press(letter);
      await page.keyboard.press("Escape");
    }
  }
  expect(await operator.balances()).toEqual(before);
  await page.goto("/release");
  await expect(page.getByText("1 to decide on", { exact: false })).toBeVisible();
  await page.keyboard.press("x");
  await page.getByRole("button", { name: "Release 1 for 10 yellow" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("1 of 1 released.")).toBeVisible();
});

test("the frame stays where it is, however long a screen is and whatever in it takes the focus", async ({
  page,
  operator,
}) => {
  const picture = { $type: "imageGen", input: { engine: "flux", prompt: "a hill" } };
  const steps = Array.from({ length: 6 }, (_, index) => ({ ...picture, name: `hill${index}` }));
  const id = await operator.submits({ steps, metadata: { name: "Hills" } }, 30);
  await page.setViewportSize({ width: 390, height: 600 });
  const rest = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  const banner = page.getByRole("banner");

  await page.goto("/spend");
  await page.getByRole("region", { name: "By status" }).getByTitle("Table").click();
  await expect(page.getByRole("region", { name: "By status, as a table" })).toBeVisible();
  await expect(banner).toBeInViewport();
  expect(await rest()).toBe(0);

  await page.goto(`/workflows/${id}`);
  await page
    .getByRole("region", { name: "Money" })
    .getByText(/movements?$/)
    .click();
  await expect(page.getByRole("list", { name: "Movements" })).toBeVisible();
  await expect(banner).toBeInViewport();
  expect(await rest()).toBe(0);
});

test("on a narrow screen, More is marked while one of the screens behind it is open", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/spend");
  const more = page.getByRole("button", { name: "More", exact: true });
  await expect(more).toHaveAttribute("aria-current", "page");
  await page.getByRole("link", { name: "Workflows", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Workflows", exact: true })).toBeVisible();
  await expect(more).not.toHaveAttribute("aria-current", "page");
});
