import { expect, test } from "./operator.ts";

test("the sums are the ledger's, with what came back and what was paid without delivery", async ({
  page,
  operator,
  request,
}) => {
  await operator.has({ blue: 300, yellow: 300 });
  const steps = (prompt: string) => [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt } }];
  await operator.submits({ steps: steps("a hill"), tags: ["landscape"], metadata: { name: "Hill" } }, 20);
  await operator.submits({ steps: steps("a hill [fail]"), tags: ["landscape"], metadata: { name: "Broken" } }, 20);
  await operator.submits(
    { steps: steps("a figure [rated:x]"), currencies: ["blue"], metadata: { name: "Figure" } },
    20,
  );
  await operator.submits(
    { steps: [{ $type: "echo", input: { message: "x" } }], currencies: ["yellow"], metadata: { name: "Echo" } },
    10,
  );
  const answer = await request.get("/_sandbox/account", { headers: { Authorization: `Bearer ${operator.token}` } });
  const { entries } = await answer.json();
  const sums = { charged: 0, refunded: 0 };
  for (const { workflowId, type, amount } of entries) {
    if (workflowId) sums[type === "debit" ? "charged" : "refunded"] += amount;
  }
  expect(sums.refunded).toBeGreaterThan(0);

  await page.goto("/spend");
  await expect(page.getByText("From 4 workflows")).toBeVisible();
  const day = page.getByRole("region", { name: "By status" });
  await expect(day.getByRole("listitem")).toHaveText([/^Succeeded/, /^Failed/]);
  await day.getByTitle("Table").click();
  await expect(day.getByRole("row")).toHaveCount(3);
  const days = page.getByRole("region", { name: "By day", exact: true });
  await expect(days.getByRole("img", { name: /^Charged and refunded per day/ })).toBeVisible();
  await days.getByTitle("Table").click();
  await expect(days.getByRole("row")).toHaveCount(2);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download By day as CSV" }).click();
  const stream = await (await download).createReadStream();
  let text = "";
  for await (const chunk of stream) text += chunk;
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const columns = head.split(",");
  const sum = (name: string) =>
    lines.reduce(
      (total, line) =>
        total +
        line.split(",").reduce((part, cell, at) => part + (columns[at]?.startsWith(name) ? Number(cell) : 0), 0),
      0,
    );
  expect({ charged: sum("charged"), refunded: sum("refunded") }).toEqual(sums);
  await expect(page.getByRole("region", { name: "Paid but not delivered" }).getByRole("link")).toHaveText(["Figure"]);

  await page.getByRole("combobox", { name: "Tags" }).fill("landscape");
  await page.keyboard.press("Enter");
  await expect(page.getByText("From 2 workflows")).toBeVisible();
  await expect(page).toHaveURL(/tags=landscape/);
});
