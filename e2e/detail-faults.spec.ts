import type { APIRequestContext, Page, Route } from "@playwright/test";
import type { Operator } from "./operator.ts";
import { everyTry, expect, test } from "./own-host.ts";

/* A workflow's page while the network or the server is not there: what was read stays, and nothing is told as new. */

const slow = {
  steps: [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a fox [slow]" } }],
  metadata: { name: "Fox" },
};

test("without a network the last state stays, and the page catches up by itself", async ({
  page,
  context,
  operator,
  request,
}) => {
  const id = await operator.submits(slow);
  const polls: Route[] = [];
  await page.route(/until=change/, (poll) => void polls.push(poll));
  await page.goto(`/workflows/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: "Fox" })).toBeVisible();
  await context.setOffline(true);
  // What is on its way already would still be answered.
  for (const poll of polls) await poll.abort("internetdisconnected");
  await page.unroute(/until=change/);
  await expect(page.getByText("You are offline.", { exact: false })).toBeVisible();
  const headers = { Authorization: `Bearer ${operator.token}` };
  const answer = await request.put(`/v2/consumer/workflows/${id}`, { headers, data: { status: "canceled" } });
  expect(answer.ok()).toBe(true);
  await expect(page.getByRole("heading", { level: 1, name: "Fox" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel", exact: true })).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText("You are offline.", { exact: false })).toBeHidden();
  await expect(page.getByRole("status").getByText("Canceled")).toBeVisible();
  await expect(page.getByText("This may be old")).toBeHidden();
});

test("a server that fails while the page is open leaves what was read, and says how old it may be", async ({
  page,
  operator,
  faults,
}) => {
  const id = await operator.submits(slow);
  await page.goto(`/workflows/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: "Fox" })).toBeVisible();
  await faults.arm({ kind: "500", times: everyTry, match: { method: "GET", path: `/v2/consumer/workflows/${id}` } });
  const alert = page.getByRole("main").getByText("This may be old");
  await expect(alert).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(/It was last read/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Fox" })).toBeVisible();

  await faults.disarm();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(alert).toBeHidden();
  await expect(page.getByRole("status").getByText("Succeeded")).toBeVisible();
});

test("a first reading that fails says so, and is tried again on demand", async ({ page, operator, faults }) => {
  const id = await operator.submits(slow);
  await faults.arm({ kind: "500", times: everyTry, match: { method: "GET", path: `/v2/consumer/workflows/${id}` } });
  await page.goto(`/workflows/${id}`);
  await expect(page.getByRole("alert")).toContainText("The workflow was not read.", { timeout: 40_000 });
  await faults.disarm();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Fox" })).toBeVisible();
});

test.describe("an input whose step begins while it is edited", () => {
  const picture = (name: string, prompt: unknown) => ({
    $type: "imageGen",
    name,
    input: { engine: "flux", prompt, width: 256, height: 256 },
  });
  const poster = picture("poster", { $ref: "figure", path: "output.images[0].url" });
  const save = (page: Page) => page.getByRole("button", { name: "Save the input" });
  const text = (page: Page) => page.getByRole("textbox", { name: "Input of poster as JSON" });

  /** The poster waits for the figure, which is withheld, and its input is typed anew. Answers what lets it begin. */
  async function types(page: Page, operator: Operator, request: APIRequestContext): Promise<() => Promise<void>> {
    const id = await operator.submits({ steps: [picture("figure", "a figure [rated:x]"), poster] });
    await expect.poll(async () => (await operator.reads(id)).steps[0]?.status).toBe("succeeded");
    await page.goto(`/workflows/${id}`);
    await page.getByRole("button", { name: "Edit the input" }).click();
    await text(page).fill(JSON.stringify({ ...poster.input, prompt: "another poster" }));
    await expect(save(page)).toBeEnabled();
    return async () => {
      const headers = { Authorization: `Bearer ${operator.token}` };
      const release = await request.put(`/v2/consumer/workflows/${id}`, {
        headers,
        data: { allowMatureContent: true },
      });
      expect(release.ok()).toBe(true);
      await expect.poll(async () => (await operator.reads(id)).steps[1]?.status).not.toBe("unassigned");
    };
  }

  test("can't be saved any more, and what was typed stays", async ({ page, operator, request }) => {
    const begin = await types(page, operator, request);
    await begin();
    await expect(save(page)).toHaveAccessibleDescription(/The step has begun: its input stands/);
    await expect(text(page)).toContainText("another poster");
  });

  test("is refused where the page did not hear of it, and what was typed stays", async ({
    page,
    operator,
    request,
  }) => {
    // The news of changes never comes.
    await page.route(/until=change/, () => {});
    const begin = await types(page, operator, request);
    await begin();
    await save(page).click();
    await expect(page.getByRole("alert")).toContainText("The input is as it was, and nothing was charged.");
    await expect(save(page)).toHaveAccessibleDescription(/The step has begun: its input stands/);
    await expect(text(page)).toContainText("another poster");
  });
});
