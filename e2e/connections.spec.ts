import { addsHosted, fillsInHosted } from "./hosted-connection.ts";
import { expect, test } from "./operator.ts";

test("a hosted connection works through the relay, and shows nothing of the sandbox", async ({
  page,
  operator,
  baseURL,
}) => {
  await operator.submits(
    { steps: [{ $type: "echo", input: { message: "mine" } }], metadata: { name: "Only in the sandbox" } },
    10,
  );
  await page.goto("/connections");
  await addsHosted(page, { name: "Second account", url: baseURL ?? "", key: `${operator.token}_other` });

  const card = page.getByRole("article", { name: "Second account" });
  await card.getByRole("button", { name: "Test" }).click();
  await expect(card.getByText("The key is accepted.")).toBeVisible();
  await expect(card.getByText("Allowed.").first()).toBeVisible();
  await card.getByRole("button", { name: "Use this connection" }).click();

  await expect(page.getByRole("banner").getByText("Live")).toBeVisible();
  await expect(page.getByText("Balance unknown")).toBeVisible();
  await page.getByRole("link", { name: "Workflows" }).click();
  await expect(page.getByRole("heading", { name: "No workflows yet" })).toBeVisible();

  await page.getByLabel("Connection").selectOption("Sandbox");
  await expect(page.getByRole("link", { name: "Only in the sandbox" })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("_other");
});

test("a key ends with its tab unless it is to be remembered, and shows nowhere", async ({
  page,
  operator,
  context,
  baseURL,
}) => {
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("request", (request) => said.push(request.url()));
  await page.goto("/connections");
  await addsHosted(page, { name: "Passing", url: baseURL ?? "", key: `${operator.token}_passing` });
  await fillsInHosted(page, { name: "Staying", url: baseURL ?? "", key: `${operator.token}_staying` });
  await page.getByLabel("Remember on this device").check();
  await page.getByRole("button", { name: "Add connection" }).click();
  const staying = page.getByRole("article", { name: "Staying" });
  await expect(staying.getByText("Key kept on this device")).toBeVisible();
  await staying.getByRole("button", { name: "Test" }).click();
  await expect(staying.getByText("The key is accepted.")).toBeVisible();
  await staying.getByRole("button", { name: "Change the key" }).click();
  await expect(staying.getByLabel("API key")).toHaveValue("");
  expect(await page.content()).not.toMatch(/_passing|_staying/);
  expect(said.filter((text) => /_passing|_staying/.test(text))).toEqual([]);

  const later = await context.newPage();
  await later.goto("/connections");
  await expect(later.getByRole("article", { name: "Passing" }).getByText("Key needed")).toBeVisible();
  await expect(later.getByRole("article", { name: "Staying" }).getByText("Key needed")).toHaveCount(0);

  await later.getByRole("article", { name: "Staying" }).getByRole("button", { name: "Remove" }).click();
  await later.getByRole("dialog").getByRole("button", { name: "Remove the connection" }).click();
  await expect(later.getByRole("article", { name: "Staying" })).toHaveCount(0);
  expect(await later.evaluate(() => JSON.stringify(localStorage))).not.toContain("_staying");
});

test("the test of a connection tells a key that may only read, and one that nobody knows", async ({
  page,
  operator,
  request,
  baseURL,
}) => {
  const reader = `${operator.token}_reader`;
  const opened = await request.post("/_sandbox/accounts", { data: { token: reader, permissions: { write: false } } });
  expect(opened.status()).toBe(201);
  await page.goto("/connections");
  await addsHosted(page, { name: "Reader", url: baseURL ?? "", key: reader });
  await addsHosted(page, { name: "Stranger", url: baseURL ?? "", key: "no-such-key" });
  const answers = (name: string) => {
    const card = page.getByRole("article", { name });
    return { card, of: (check: string) => card.locator("dl > div").filter({ hasText: check }) };
  };
  const mayRead = answers("Reader");
  await mayRead.card.getByRole("button", { name: "Test" }).click();
  await expect(mayRead.of("May read workflows")).toContainText("Yes");
  await expect(mayRead.of("May submit workflows")).toContainText("No");
  await expect(mayRead.of("Step types")).toContainText("imageGen");
  const unknown = answers("Stranger");
  await unknown.card.getByRole("button", { name: "Test" }).click();
  await expect(unknown.of("Answers")).toContainText("Yes");
  await expect(unknown.of("API key")).toContainText("No");
});

test("a server that the relay does not pass on to is said not to have been asked", async ({ page }) => {
  await page.goto("/connections");
  await addsHosted(page, { name: "Elsewhere", url: "http://127.0.0.1:9", key: "any" });
  const card = page.getByRole("article", { name: "Elsewhere" });
  await card.getByRole("button", { name: "Test" }).click();
  await expect(card.getByText(/^The relay does not pass on to http:\/\/127\.0\.0\.1:9\./)).toHaveCount(1);
  await expect(card.getByText("The server was not asked.")).toHaveCount(4);
});

for (const { width, height } of [
  { width: 1440, height: 60 },
  { width: 800, height: 100 },
  { width: 360, height: 130 },
]) {
  test(`the choice of a connection leaves the top bar whole at ${width} px`, async ({ page, baseURL, operator }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/connections");
    await addsHosted(page, { name: "Second account", url: baseURL ?? "", key: `${operator.token}_other` });
    const banner = page.getByRole("banner");
    await expect(banner.getByLabel("Connection")).toBeVisible();
    await expect(banner.getByRole("list", { name: "Balances" })).toContainText("2\u202f000");
    expect((await banner.boundingBox())?.height).toBeLessThan(height);
    expect((await banner.getByLabel("Connection").boundingBox())?.width).toBeLessThan(200);
    const name = await banner.getByRole("link", { name: "Baton" }).boundingBox();
    const find = await banner.getByRole("button", { name: "Go to, or do" }).boundingBox();
    const middle = (box: typeof name) => (box?.y ?? 0) + (box?.height ?? 0) / 2;
    expect(Math.abs(middle(name) - middle(find))).toBeLessThan(2);
  });
}

test("the list of another connection begins at its top, and this one is found again where it was left", async ({
  page,
  operator,
  request,
  baseURL,
}) => {
  const key = `${operator.token}_other`;
  const headers = { Authorization: `Bearer ${key}` };
  const steps = [{ $type: "echo", input: { message: "hello" } }];
  for (let index = 0; index < 40; index += 1) {
    await operator.submits({ steps, metadata: { name: `Mine ${index}` } });
    const data = { steps, metadata: { name: `Theirs ${index}` } };
    expect((await request.post("/v2/consumer/workflows", { headers, data })).ok()).toBe(true);
  }
  await page.goto("/connections");
  await addsHosted(page, { name: "Other", url: baseURL ?? "", key });
  await page.getByRole("link", { name: "Workflows" }).click();
  const mine = page.getByRole("link", { name: "Mine 12", exact: true });
  await expect(page.getByRole("link", { name: "Mine 39", exact: true })).toBeVisible();
  await page.getByRole("list", { name: "Workflows" }).hover();
  await page.mouse.wheel(0, 600);
  await expect(mine).toBeInViewport();

  await page.getByLabel("Connection").selectOption("Other");
  await expect(page.getByRole("link", { name: "Theirs 39", exact: true })).toBeInViewport();
  await page.getByLabel("Connection").selectOption("Sandbox");
  await expect(mine).toBeInViewport();
});
