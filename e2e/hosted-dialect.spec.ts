import type { Page } from "@playwright/test";
import { expect, test, ways } from "./hosted-host.ts";

const picture = (prompt: string) => ({
  $type: "imageGen",
  name: "figure",
  input: { engine: "flux", prompt, width: 256, height: 256 },
});
const named = (name: string, prompt: string) => ({
  steps: [picture(prompt)],
  metadata: { name },
  currencies: ["blue" as const],
});

/** What is paid for by a live connection is called so. */
const releaseOne = /^Release for 10 (live )?yellow$/;

/** The requests of a method that the page sends to the API from now on, as `/v2/...?...`. */
function record(page: Page, method: string): string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    const path = /\/v2\/.*$/.exec(request.url())?.[0];
    if (request.method() === method && path) sent.push(path);
  });
  return sent;
}

for (const way of ways) {
  test.describe(`the hosted dialect, ${way}`, () => {
    test.use({ way });

    test("is composed for and priced with the balance unknown, run, and found", async ({ page, open }) => {
      await open("/workflows/new");
      await expect(page.getByText("Balance unknown").first()).toBeVisible();
      await page.getByRole("option", { name: "Generate image" }).click();
      await page.getByLabel("Engine").selectOption("flux");
      await page.getByLabel("Prompt", { exact: true }).fill("a lighthouse at dawn");
      await page.getByLabel("Name", { exact: true }).fill("Dawn");
      const run = page.getByRole("button", { name: "Run for 10: 10 blue" });
      await expect(run).toBeEnabled();
      await expect(page.getByRole("banner")).not.toContainText(/\b0 (blue|green|yellow)/);
      await run.click();

      await expect(page.getByRole("heading", { name: "Dawn" })).toBeVisible();
      await expect(page.getByRole("img", { name: /images\[0\]/ })).toBeVisible();
      await page.getByRole("link", { name: "Workflows" }).first().click();
      await expect(page.getByRole("link", { name: "Dawn" })).toBeVisible();
    });

    test("is looked through for a status, and it is said how far", async ({ page, open, operator }) => {
      for (const name of ["One", "Two", "Three"]) await operator.submits(named(name, "a fox"), 20);
      await operator.submits(named("Broken", "a fox [fail]"), 20);
      await open("/workflows?status=failed");
      const rows = page.getByRole("list", { name: "Workflows" }).getByRole("listitem");
      await expect(rows).toHaveCount(1);
      await expect(page.getByRole("link", { name: "Broken" })).toBeVisible();
      await expect(page.getByText("looked at 4", { exact: false })).toBeVisible();
    });

    for (const rating of ["r", "x"]) {
      test(`releases what is rated ${rating} at a price of its own reckoning, and asks for no preview`, async ({
        page,
        open,
        operator,
      }) => {
        const id = await operator.submits(named("Study", `a figure [rated:${rating}]`), 20);
        const puts = record(page, "PUT");
        await open(`/workflows/${id}`);
        await expect(page.getByText(`1 output is withheld: rated ${rating.toUpperCase()}`)).toBeVisible();
        await page.getByRole("button", { name: releaseOne }).click();
        const dialog = page.getByRole("dialog");
        await expect(dialog).toContainText(/10 blue comes back, 10 (live )?yellow is charged\./);
        expect(puts).toEqual([]);
        await dialog.getByRole("button", { name: releaseOne }).click();
        await expect(page.getByText("1 output is withheld")).toBeHidden();
        expect(puts.length).toBeGreaterThan(0);
        expect(puts.filter((path) => path.includes("whatif"))).toEqual([]);
        expect((await operator.reads(id)).transactions?.list).toMatchObject([
          { type: "debit", accountType: "blue" },
          { type: "credit", accountType: "blue" },
          { type: "debit", accountType: "yellow", amount: 10 },
        ]);
      });
    }

    test("says why a release is refused, and that nothing was released", async ({ page, open, operator }) => {
      const id = await operator.submits(named("Study", "a figure [rated:x]"), 20);
      await operator.nowHas({ yellow: 9 });
      await open(`/workflows/${id}`);
      await page.getByRole("button", { name: releaseOne }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: releaseOne }).click();
      await expect(dialog.getByRole("alert")).toContainText("1 Buzz are missing");
      expect((await operator.reads(id)).allowMatureContent).toBe(false);
    });

    test("lets no mature byte through while it is hidden", async ({ page, open, operator }) => {
      const id = await operator.submits({ steps: [picture("a figure [rated:x]")], allowMatureContent: true }, 20);
      const asked = record(page, "GET");
      const blobs = () => asked.filter((path) => path.includes("/blobs/"));
      await open("/workflows");
      await expect(page.getByRole("listitem").getByText("Hidden: rated X")).toBeAttached();
      await open(`/workflows/${id}`);
      await expect(page.getByText("Hidden: rated X")).toBeVisible();
      expect(blobs()).toEqual([]);
      expect(
        asked.filter((path) => path.includes("workflows")).every((path) => /hideMatureContent=true/.test(path)),
      ).toBe(true);
      await page.getByRole("switch", { name: /^Hide/ }).click();
      await page.getByRole("button", { name: /^Show figure/ }).click();
      await expect(page.getByRole("button", { name: /^Open figure/ })).toBeVisible();
      await expect.poll(() => blobs().length).toBeGreaterThan(0);
    });

    test("is decided on at the desk and added up, with the balance unknown", async ({ page, open, operator }) => {
      for (const name of ["One", "Two"]) await operator.submits(named(name, "a figure [rated:r]"), 20);
      await open("/release");
      await expect(page.getByText("2 to decide on", { exact: false })).toBeVisible();
      const bar = page.getByRole("region", { name: "Selection" });
      for (const name of ["One", "Two"]) await page.getByLabel(`Select ${name}`).check();
      await bar.getByRole("button", { name: /^Release 2 for 20 (live )?yellow$/ }).click();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /^Release 2 for 20 (live )?yellow$/ })
        .click();
      await expect(page.getByRole("region", { name: "Receipt" }).getByText("2 of 2 released.")).toBeVisible();

      await open("/spend");
      await expect(page.getByText("From 2 workflows")).toBeVisible();
      await expect(page.getByRole("main")).toContainText(/Spent in the end\s*Blue\s*0\s*Green\s*0\s*Yellow\s*20/);
    });

    test("offers no change of an input, which it would pass over", async ({ page, open, operator }) => {
      const larger = { image: { $ref: "figure", path: "output.images[0].url" } };
      const id = await operator.submits({
        steps: [picture("a fox [slow]"), { $type: "imageUpscaler", name: "large", input: larger }],
      });
      await open(`/workflows/${id}`);
      const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /large/, level: 3 }) });
      const head = card.getByRole("heading", { level: 3 }).getByRole("button");
      const edit = card.getByRole("button", { name: "Edit the input" });
      await expect(head).toBeVisible();
      if ((await head.getAttribute("aria-expanded")) !== "true") await head.click();
      await expect(edit).toHaveAttribute("aria-disabled", "true");
      await expect(edit).toHaveAccessibleDescription("This server lets no input be changed.");
    });

    test("is amended in place by answers without a body", async ({ page, open, operator }) => {
      const id = await operator.submits(named("Fox", "a fox [slow]"));
      await open(`/workflows/${id}`);
      await page.getByRole("button", { name: "Cancel", exact: true }).click();
      await page
        .getByRole("alertdialog")
        .or(page.getByRole("dialog"))
        .getByRole("button", { name: /^Cancel/ })
        .first()
        .click();
      await expect(page.getByRole("status").getByText("Canceled")).toBeVisible();
      expect((await operator.reads(id)).status).toBe("canceled");
    });

    test("refuses and fails in words: a bare string, and a page of HTML", async ({ page, open, operator, arm }) => {
      await operator.submits(named("Fox", "a fox"), 20);
      await open("/workflows/new");
      await page.getByRole("option", { name: "Echo" }).click();
      await page.getByLabel("Message", { exact: true }).fill("hello");
      const run = page.getByRole("button", { name: "Run for 10: 10 blue" });
      await expect(run).toBeEnabled();
      // Something else spends it all between the price and the run.
      await page.route(
        ({ pathname, searchParams }) => pathname.endsWith("/v2/consumer/workflows") && !searchParams.has("whatif"),
        async (route, asked) => {
          if (asked.method() === "POST") await operator.nowHas({ blue: 0, green: 0, yellow: 0 });
          await route.continue();
        },
      );
      await run.click();
      await expect(page.getByRole("alert").filter({ hasText: "Insufficient Buzz" })).toBeVisible();

      await arm({ kind: "502-html", times: 100, match: { method: "GET", path: "/v2/consumer/workflows" } });
      await open("/workflows");
      await expect(page.getByText('The server answered with an error page: "502 Bad Gateway".')).toBeVisible({
        timeout: 30_000,
      });
      await expect(page.getByRole("main")).not.toContainText("<");
    });

    test("takes in a call of a recipe as a chain", async ({ page, open, hosted }) => {
      await open("/workflows/new");
      await page.getByRole("button", { name: /Import/ }).click();
      const curl = `curl -X POST '${hosted}/v2/consumer/recipes/imageGen?allowMatureContent=false' -H 'Content-Type: application/json' -d '{"engine":"flux","prompt":"a fox"}'`;
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox").first().fill(curl);
      await dialog.getByRole("button", { name: /^Import/ }).click();
      await expect(page.getByLabel("Prompt", { exact: true })).toHaveValue("a fox");
      await expect(page.getByRole("button", { name: "Run for 10: 10 blue" })).toBeEnabled();
    });
  });
}
