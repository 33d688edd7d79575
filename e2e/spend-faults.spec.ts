import { everyTry, expect, test } from "./own-host.ts";

test("sums that could not be read again are said to be old, not in part, and come back at the next try", async ({
  page,
  operator,
  faults,
}) => {
  await operator.submits({ steps: [{ $type: "echo", name: "say", input: { message: "hello" } }] }, 10);
  await page.clock.install();
  await page.goto("/spend");
  await expect(page.getByText("From 1 workflow")).toBeVisible();
  await page.getByRole("link", { name: "Connections" }).click();
  await expect(page.getByRole("heading", { name: "Connections", level: 1 })).toBeVisible();
  await page.clock.runFor("01:05");
  await faults.arm({ kind: "500", times: everyTry, match: { method: "GET", path: "/v2/consumer/workflows" } });
  await page.getByRole("link", { name: "Spend" }).click();
  const alert = page.getByRole("alert");
  await expect(async () => {
    await page.clock.runFor(2_000);
    await expect(alert).toContainText("these sums may be old", { timeout: 500 });
  }).toPass();
  await expect(page.getByText("From 1 workflow")).toBeVisible();

  await faults.disarm();
  await operator.submits({ steps: [{ $type: "echo", name: "say", input: { message: "hello" } }] }, 10);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("From 2 workflows")).toBeVisible();
  await expect(alert).toBeHidden();
});

test("what could not be read is not said to be nothing, in spend and on the desk", async ({ page, faults }) => {
  await faults.arm({ kind: "500", times: everyTry, match: { method: "GET", path: "/v2/consumer/workflows" } });
  const alert = page.getByRole("alert");
  await page.goto("/spend");
  await expect(alert).toContainText("The workflows were not read.", { timeout: 20_000 });
  await expect(page.getByText(/^From \d/)).toBeHidden();
  await page.goto("/release");
  await expect(alert).toContainText("The desk was not read.", { timeout: 20_000 });
  await expect(page.getByText(/\d to decide on/)).toBeHidden();
  await expect(page.getByLabel("Show reviewed", { exact: true })).toBeVisible();

  await faults.disarm();
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("0 to decide on", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "To the workflows" }).click();
  await expect(page.getByRole("heading", { name: "No workflows yet" })).toBeVisible();
});
