import { expect, test } from "./operator.ts";

const body = {
  steps: [
    { $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a lighthouse at dawn" } },
    { $type: "imageUpscaler", name: "big", input: { image: "https://example.invalid/a.png" } },
  ],
  tags: ["imported"],
};
const command = `curl https://orchestration.civitai.com/v2/consumer/workflows \\\n  -H 'Authorization: Bearer $TOKEN' \\\n  -d '${JSON.stringify(body)}'`;

test("an operator imports a command, connects steps in the graph, and reads the body as JSON", async ({ page }) => {
  await page.goto("/workflows/new");
  await page.getByRole("button", { name: "Import" }).click();
  const dialog = page.getByRole("dialog", { name: "Import" });
  await dialog.getByRole("textbox", { name: "Text" }).fill("{ not json");
  await dialog.getByRole("button", { name: "Import" }).click();
  await expect(dialog.getByText(/This is no JSON/)).toBeVisible();
  await dialog.getByRole("textbox", { name: "Text" }).fill(command);
  await dialog.getByRole("button", { name: "Import" }).click();
  await expect(page.getByRole("region", { name: "Chain" }).getByRole("listitem")).toHaveCount(2);

  await page.getByRole("toolbar", { name: "Chain" }).getByText("Graph", { exact: true }).click();
  const graph = page.getByTestId("chain-graph");
  await expect(graph.getByRole("group", { name: /Step 1, hero/ })).toBeVisible();
  const output = graph.locator('.react-flow__handle[data-handleid="output.images[0].url"]');
  const input = graph.locator('.react-flow__handle[data-handleid="image"]');
  await output.dragTo(input);
  await expect(graph.locator(".react-flow__edge")).toHaveCount(1);

  await page.getByRole("toolbar", { name: "Chain" }).getByText("JSON", { exact: true }).click();
  const editor = page.getByRole("textbox", { name: "Workflow body as JSON" });
  await expect(editor).toContainText('"$ref": "hero"');

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(editor).not.toContainText('"$ref"');
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(editor).toContainText('"$ref": "hero"');
  await expect(page.getByRole("button", { name: /^Run for \d+/ })).toBeVisible();
});

test("what is written as JSON is on the workbench, and a text that is no JSON loses nothing", async ({ page }) => {
  await page.goto("/workflows/new?view=json");
  const editor = page.getByRole("textbox", { name: "Workflow body as JSON" });
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(
    '{"steps": [{"$type": "echo", "name": "say", "input": {"message": "hi", "mesage": "x"}}]}',
  );
  await expect(page.getByRole("region", { name: "Form of say" }).getByLabel("Message", { exact: true })).toHaveValue(
    "hi",
  );
  await expect(page.getByRole("button", { name: /^Run for 10/ })).toBeVisible();

  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText("oops");
  await expect(page.getByText("Not a body yet")).toBeVisible();
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("hi");
  await page.getByRole("button", { name: "Back to the workbench" }).click();
  await expect(page.getByText("Not a body yet")).toBeHidden();
  await expect(editor).toContainText('"mesage": "x"');
});
