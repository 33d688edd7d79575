import { expect, test } from "./operator.ts";

test("balances are set and topped up, and show everywhere", async ({ page, operator }) => {
  await operator.has({ blue: 1, green: 2, yellow: 3 });
  await page.goto("/sandbox");
  const balances = page.getByRole("region", { name: "Balances" });
  await balances.getByLabel("Blue", { exact: true }).fill("750");
  await balances.getByRole("button", { name: "Set the balances" }).click();
  await expect.poll(() => operator.balances()).toEqual({ blue: 750, green: 2, yellow: 3 });
  await expect(page.getByRole("banner")).toContainText("750");
  await balances.getByRole("button", { name: /^Top yellow up by/ }).click();
  await expect.poll(() => operator.balances()).toEqual({ blue: 750, green: 2, yellow: 1_003 });
});

test("a fault that was armed is met by the next request and is gone then", async ({ page, operator, request }) => {
  await page.goto("/sandbox");
  const faults = page.getByRole("region", { name: "Faults" });
  await faults.getByLabel("What goes wrong").selectOption("502-html");
  await faults.getByLabel("Path begins with").fill(`/v2/consumer/workflows/${operator.token}`);
  await faults.getByLabel("Method").selectOption("GET");
  await faults.getByRole("button", { name: "Arm", exact: true }).click();
  const armed = faults.getByRole("list", { name: "Armed faults" });
  await expect(armed.getByRole("listitem").filter({ hasText: operator.token })).toContainText("1 to come");
  const answer = await request.get(`/v2/consumer/workflows/${operator.token}`, {
    headers: { Authorization: `Bearer ${operator.token}` },
  });
  expect(answer.status()).toBe(502);
  await expect(armed.getByRole("listitem").filter({ hasText: operator.token })).toBeHidden();
});
