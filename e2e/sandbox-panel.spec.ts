import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "./own-host.ts";

/** A receiver of callbacks that answers as it is told. */
async function startReceiver() {
  const receiver = { status: 500, bodies: [] as string[], url: "", stop: async () => {} };
  const server: Server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      receiver.bodies.push(body);
      response.writeHead(receiver.status).end(receiver.status === 200 ? "thanks" : "not now");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  receiver.stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return receiver;
}

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

test("skipped time lets work come to its end", async ({ page, operator }) => {
  const id = await operator.submits({ steps: [{ $type: "echo", input: { message: "late [slow]" } }] });
  await page.goto("/sandbox");
  const clock = page.getByRole("region", { name: "Clock" });
  const aheadSeconds = async () => (await (await page.request.get("/_sandbox/clock")).json()).aheadSeconds;
  // Other journeys may have moved this host's clock before.
  const before = await aheadSeconds();
  await clock.getByRole("button", { name: "Skip 20 minutes" }).click();
  await expect.poll(aheadSeconds).toBe(before + 20 * 60);
  await expect(clock).toContainText("ahead of this machine");
  await expect.poll(async () => (await operator.reads(id)).status).toBe("succeeded");
  await clock.getByLabel("Work goes").selectOption({ label: "1,000 times faster" });
  await expect.poll(async () => (await (await page.request.get("/_sandbox/clock")).json()).speed).toBe(1_000);
  // Other journeys on this host count on its speed.
  await page.request.post("/_sandbox/clock", { data: { speed: 10 } });
});

test("an account is reset to empty, after it was said what is lost", async ({ page, operator }) => {
  await operator.submits({ steps: [{ $type: "echo", input: { message: "gone soon" } }] }, 10);
  await page.goto("/sandbox");
  const contents = page.getByRole("region", { name: "Contents" });
  await contents.getByRole("button", { name: "Reset to empty…" }).click();
  const dialog = page.getByRole("dialog", { name: "Reset this account" });
  await expect(dialog).toContainText("500 blue, 1 000 green and 2 000 yellow");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await operator.lists()).toHaveLength(1);
  await contents.getByRole("button", { name: "Reset to empty…" }).click();
  await dialog.getByRole("button", { name: "Throw everything away and reset" }).click();
  await expect(dialog).toBeHidden();
  expect(await operator.lists()).toHaveLength(0);
});

test("a saved sandbox is gone on from, and a wrong file is refused", async ({ page, operator, ownHost }) => {
  const id = await operator.submits({ steps: [{ $type: "echo", input: { message: "kept" } }] }, 10);
  await page.goto(`${ownHost}/sandbox`);
  const contents = page.getByRole("region", { name: "Contents" });
  const saving = page.waitForEvent("download");
  await contents.getByRole("link", { name: "Save as a file" }).click();
  const file = await (await saving).path();
  await operator.submits({ steps: [{ $type: "echo", input: { message: "too late" } }] }, 10);

  const dialog = page.getByRole("dialog", { name: "Go on from a file" });
  const replace = dialog.getByRole("button", { name: "Replace the sandbox's contents" });
  await contents
    .getByLabel("Database file")
    .setInputFiles({ name: "notes.db", mimeType: "", buffer: Buffer.from("hi") });
  await replace.click();
  await expect(dialog.getByRole("alert")).toContainText("The file");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await operator.lists()).toHaveLength(2);

  await contents.getByLabel("Database file").setInputFiles(file);
  await replace.click();
  await expect(dialog).toBeHidden();
  expect((await operator.lists()).map((workflow) => workflow.id)).toEqual([id]);
});

test("an account that may not write is opened and worked as", async ({ page, operator }) => {
  await page.goto("/sandbox");
  const accounts = page.getByRole("region", { name: "Accounts" });
  const token = `${operator.token}_reader`;
  await accounts.getByLabel("Token of the new account").fill(token);
  await accounts.getByLabel("Yellow", { exact: true }).fill("7");
  await accounts.getByRole("checkbox", { name: "May write" }).uncheck();
  await accounts.getByRole("button", { name: "Open the account" }).click();
  await accounts.getByRole("button", { name: "Work as this account" }).click();
  await expect(page.getByRole("banner")).toContainText("500");
  const answer = await page.request.post("/v2/consumer/workflows", {
    headers: { Authorization: `Bearer ${token}` },
    data: { steps: [{ $type: "echo", input: { message: "no" } }] },
  });
  expect(answer.status()).toBe(403);
});

test("the log of callbacks tells payload, answers and tries, and sends once more", async ({ page, operator }) => {
  const receiver = await startReceiver();
  try {
    await page.goto("/sandbox");
    const log = page.getByRole("region", { name: "Callbacks" });
    await expect(log).toContainText("Nothing was sent yet");
    const id = await operator.submits({
      steps: [{ $type: "echo", input: { message: "told" } }],
      callbacks: [{ url: receiver.url, type: ["workflow:succeeded"] }],
    });
    await page.reload();
    const delivery = log.getByRole("list", { name: "Deliveries" }).getByRole("listitem").first();
    await expect(delivery).toContainText("workflow:succeeded");
    await expect(delivery).toContainText("answered 500: not now");
    await delivery.getByText("Payload and answers").click();
    await expect(delivery.getByRole("region", { name: "payload of workflow:succeeded" })).toContainText(id);
    receiver.status = 200;
    await delivery.getByRole("button", { name: "Send it now" }).click();
    await expect(delivery).toContainText("Delivered");
    await expect(delivery.getByRole("list", { name: "Answers" })).toContainText("answered 200: thanks");
    expect(JSON.parse(receiver.bodies.at(-1) ?? "")).toMatchObject({ workflowId: id, status: "succeeded" });
  } finally {
    await receiver.stop();
  }
});
