import { expect, test } from "./operator.ts";

test("metadata is edited in place, and what somebody else wrote meanwhile is not overwritten unasked", async ({
  page,
  operator,
}) => {
  const id = await operator.submits(
    { steps: [{ $type: "echo", input: { message: "a" } }], metadata: { name: "Note", customer: "acme" } },
    10,
  );
  await page.goto(`/workflows/${id}`);
  await page.getByText("Metadata", { exact: true }).click();
  await page.getByRole("button", { name: "Edit the metadata" }).click();
  const text = page.getByRole("textbox", { name: "Metadata" });
  await text.fill("{");
  await expect(page.getByRole("button", { name: "Save the metadata" })).toHaveAttribute("aria-disabled", "true");
  await text.fill('{"name": "Note", "customer": "globex"}');
  await page.getByRole("button", { name: "Save the metadata" }).click();
  await expect(page.getByRole("button", { name: "Edit the metadata" })).toBeVisible();
  expect((await operator.reads(id)).metadata).toEqual({ name: "Note", customer: "globex" });

  await page.getByRole("button", { name: "Edit the metadata" }).click();
  await text.fill('{"name": "Mine"}');
  await operator.calls("PUT", `/v2/consumer/workflows/${id}`, { metadata: { name: "Theirs" } });
  await page.getByRole("button", { name: "Save the metadata" }).click();
  await expect(page.getByText("It was changed meanwhile")).toBeVisible();
  expect((await operator.reads(id)).metadata).toEqual({ name: "Theirs" });
  await expect(text).toHaveValue('{"name": "Mine"}');
  await page.getByRole("link", { name: "Spend" }).click();
  await page.getByRole("dialog", { name: "A change is not saved" }).getByRole("button", { name: "Stay" }).click();
  await expect(text).toHaveValue('{"name": "Mine"}');
  await page.getByRole("button", { name: "Overwrite it" }).click();
  await expect.poll(async () => (await operator.reads(id)).metadata).toEqual({ name: "Mine" });
});
