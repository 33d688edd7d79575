import { test as base, expect, type Operator } from "./operator.ts";
import { withHost } from "./own-host.ts";

/** A host that takes as many requests as come: thousands of workflows are made. */
const test = base.extend<object, { patientHost: string }>({
  patientHost: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed.
    ({}, use) => withHost({ SANDBOX_RATE_PER_MINUTE: "1000000", SANDBOX_RATE_BURST: "100000" }, use),
    { scope: "worker" },
  ],
  baseURL: ({ patientHost }, use) => use(patientHost),
});

/** What an echo costs, in Buzz. */
const price = 10;
const readAtOnce = 2_000;

async function submitsMany(operator: Operator, count: number): Promise<void> {
  const atOnce = 10;
  const echo = { steps: [{ $type: "echo", input: { message: "x" } }] };
  for (let made = 0; made < count; made += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, count - made) }, () => operator.submits(echo)));
  }
}

test("the sums over a part of the workflows are told as that, and the rest is read on demand", async ({
  page,
  operator,
}) => {
  test.slow();
  const count = readAtOnce + 3;
  await operator.has({ blue: count * price });
  await submitsMany(operator, count);
  await page.goto("/spend");
  const warning = page.getByText("These sums are not whole");
  await expect(page.getByText("From 2,000 workflows so far")).toBeVisible({ timeout: 40_000 });
  await expect(warning).toBeVisible();
  await expect(page.getByText("They are of the newest 2,000 workflows; there are older ones.")).toBeVisible();
  await expect(page.getByRole("region", { name: "So far" })).toContainText(/^Charged, so farBlue20.000/);
  await expect(page.getByRole("region", { name: "In all" })).toBeHidden();

  await page.getByRole("button", { name: "Read 2,000 more" }).click();
  await expect(page.getByText("From 2,003 workflows", { exact: true })).toBeVisible();
  await expect(warning).toBeHidden();
  await expect(page.getByRole("region", { name: "In all" })).toContainText(/^ChargedBlue20.030/);
});
