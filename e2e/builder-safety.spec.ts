import type { Page } from "@playwright/test";
import { expect, test } from "./operator.ts";

const editorOf = (page: Page) => page.getByRole("textbox", { name: "Workflow body as JSON" });

async function bodyOf(page: Page): Promise<string> {
  const bar = page.getByRole("toolbar", { name: "Chain" });
  await bar.getByText("JSON", { exact: true }).click();
  await expect(editorOf(page)).toBeVisible();
  const text = await editorOf(page).innerText();
  await bar.getByText("List", { exact: true }).click();
  return text;
}

test("a whole session is undone to the start and done again to the same body", async ({ page }) => {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Generate image" }).click();
  await page.getByLabel("Engine").selectOption("flux");
  await page.getByLabel("Prompt", { exact: true }).fill("a fox in the snow");
  await page.getByRole("option", { name: "Upscale image" }).click();
  await page.getByRole("button", { name: /^Use an earlier output for Image,/ }).click();
  await page
    .getByRole("menuitem", { name: /^1\. imageGen/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Actions of imageGen" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await page.getByRole("button", { name: "Actions of imageGen2" }).click();
  await page.getByRole("menuitem", { name: "Move down" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Fox");
  await page.getByRole("button", { name: "Actions of imageGen2" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("list", { name: "Chain" }).getByRole("listitem")).toHaveCount(2);
  const whole = await bodyOf(page);
  expect(whole).toContain('"name": "Fox"');

  const undo = page.getByRole("toolbar", { name: "Chain" }).getByRole("button", { name: "Undo" });
  for (let steps = 0; steps < 40 && (await undo.getAttribute("aria-disabled")) !== "true"; steps += 1)
    await undo.click();
  await expect(page.getByText("Nothing in the chain yet")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("");

  const redo = page.getByRole("button", { name: "Redo" });
  for (let steps = 0; steps < 40 && (await redo.getAttribute("aria-disabled")) !== "true"; steps += 1)
    await redo.click();
  expect(await bodyOf(page)).toBe(whole);
});

test("a draft survives a page that is gone without a word, and a reload of a chain begun from a workflow", async ({
  page,
  context,
  operator,
}) => {
  const id = await operator.submits({ steps: [{ $type: "echo", input: { message: "first" } }] }, 10);
  await page.goto(`/workflows/new?from=${id}`);
  const message = page.getByLabel("Message", { exact: true });
  await message.fill("typed before the crash");
  await expect(page.getByRole("button", { name: /^Run for 10/ })).toBeVisible();
  const address = page.url();
  await page.reload();
  await expect(message).toHaveValue("typed before the crash");

  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await next.addInitScript(
    (token) => localStorage.setItem("baton.sandbox-token", JSON.stringify(token)),
    operator.token,
  );
  await next.goto(address);
  await expect(next.getByLabel("Message", { exact: true })).toHaveValue("typed before the crash");
});

test("what is sent is byte for byte what was priced, with a seed that was left to chance", async ({
  page,
  operator,
}) => {
  const quoted: string[] = [];
  const sent: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (request.method() !== "POST" || url.pathname !== "/v2/consumer/workflows") return;
    (url.searchParams.has("whatif") ? quoted : sent).push(request.postData() ?? "");
  });
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Generate image" }).click();
  await page.getByLabel("Engine").selectOption("flux");
  await page.getByLabel("Prompt", { exact: true }).fill("a harbour at night");
  await page.getByRole("button", { name: /^Run for \d+: \d+ blue/ }).click();
  await expect(page.getByText(/^Quoted (\d+), charged \1\.$/)).toBeVisible({ timeout: 20_000 });

  expect(sent).toHaveLength(1);
  const [body = ""] = sent;
  // The id by which a lost answer is asked for again stands in front; a whatif does not claim it.
  const { externalId } = JSON.parse(body);
  expect(body.replace(`"externalId":${JSON.stringify(externalId)},`, "")).toBe(quoted.at(-1));
  expect(JSON.parse(body).steps[0].input.seed).toEqual(expect.any(Number));
  const [workflow] = await operator.lists();
  // The sandbox answers it with the account in front.
  expect(workflow?.externalId).toMatch(new RegExp(`${externalId}$`));
});

test("too little Buzz is named with what would help, and the chain runs when more may pay", async ({
  page,
  operator,
}) => {
  await operator.has({ blue: 4, yellow: 50 });
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Echo" }).click();
  await page.getByLabel("Message", { exact: true }).fill("hello");
  const payers = page.getByRole("group", { name: "Pay with, in this order" });
  await payers.getByLabel("Yellow", { exact: true }).uncheck();
  await expect(page.getByText("6 Buzz are missing")).toBeVisible();
  await expect(page.getByText("Let yellow 50 pay, too: that suffices. Or make less, or top up 6.")).toBeVisible();
  const run = page.getByRole("button", { name: /^Run for 10/ });
  await expect(run).toHaveAttribute("aria-disabled", "true");
  await expect(run).toHaveAccessibleDescription(/The Buzz does not suffice/);
  await payers.getByLabel("Yellow", { exact: true }).check();
  await page.getByRole("button", { name: "Run for 10: 4 blue + 6 yellow" }).click();
  await expect(page.getByText("Quoted 10, charged 10.")).toBeVisible();
});

test("without a network what was typed stays, nothing is spent, and the price comes back by itself", async ({
  page,
  context,
  operator,
}) => {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Echo" }).click();
  const message = page.getByLabel("Message", { exact: true });
  await message.fill("hello");
  await expect(page.getByRole("button", { name: "Run for 10: 10 blue" })).toBeEnabled();
  await context.setOffline(true);
  await message.fill("written without a network");
  await expect(page.getByText(/offline/i).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Run/ })).toHaveAttribute("aria-disabled", "true");
  await context.setOffline(false);
  await expect(page.getByRole("button", { name: "Run for 10: 10 blue" })).not.toHaveAttribute("aria-disabled", "true", {
    timeout: 15_000,
  });
  await expect(message).toHaveValue("written without a network");
  expect(await operator.lists()).toHaveLength(0);
});
