import type { Route } from "@playwright/test";
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
  await operator.calls("PUT", `/v2/consumer/workflows/${id}`, { status: "canceled" });
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
