import { expect, test } from "./own-host.ts";

const picture = {
  $type: "imageGen",
  name: "hero",
  input: { engine: "flux", prompt: "a fox", width: 256, height: 256, quantity: 2 },
};

test("links that expire while the page is open are renewed by themselves, once", async ({
  page,
  operator,
  request,
}) => {
  const id = await operator.submits({ steps: [picture] }, 20);
  const reads: string[] = [];
  const refused: string[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (pathname === `/v2/consumer/workflows/${id}`) reads.push(pathname);
    if (response.status() === 403) refused.push(pathname);
  });
  await page.goto(`/workflows/${id}`);
  const outputs = page.getByRole("region", { name: "Outputs" });
  await expect(outputs.getByRole("img")).toHaveCount(2);
  // Loaded by their first links: one that was still on its way would be renewed by itself, too.
  const areLoaded = () =>
    outputs.getByRole("img").evaluateAll((all) => all.every((one) => Reflect.get(one, "naturalWidth")));
  await expect.poll(areLoaded).toBe(true);
  const readsBefore = reads.length;

  const moved = await request.post("/_sandbox/clock", { data: { advanceSeconds: 3_600 } });
  expect(moved.ok(), await moved.text()).toBe(true);
  await page.getByRole("button", { name: "Open hero, images[0]" }).click();
  const large = page.getByRole("dialog").getByRole("img", { name: "hero, images[0]" });
  await expect.poll(() => large.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(256);
  expect(refused.length).toBeGreaterThan(0);
  expect(reads.length).toBe(readsBefore + 1);

  await request.post("/_sandbox/clock", { data: { advanceSeconds: 3_600 } });
  const saved = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Download" }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.jpeg$/);
});
