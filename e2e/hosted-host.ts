import type { Fault } from "#contract/control-operations.ts";
import type { Currency } from "#contract/currency.ts";
import { test as base, expect } from "./operator.ts";
import { withHost } from "./own-host.ts";

export { expect };

/** How the dashboard reaches the hosted dialect: as the sandbox beside it, or as a hosted connection of another host. */
export const ways = ["as the sandbox itself", "through the relay"] as const;

type Reach = {
  way: (typeof ways)[number];
  /** Go to a screen of the dashboard that works with the hosted dialect. */
  open(path: string): Promise<void>;
  setBalances(token: string, balances: Partial<Record<Currency, number>>): Promise<void>;
  arm(fault: Omit<Fault, "times"> & { times?: number }): Promise<void>;
};

/**
 * The journeys' test against a sandbox that speaks as the hosted API does. `operator` speaks to that sandbox itself; it
 * has no balances to tell.
 */
export const test = base.extend<Reach, { hosted: string; relaying: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed.
  hosted: [({}, use) => withHost({ SANDBOX_DIALECT: "hosted" }, use), { scope: "worker" }],
  relaying: [({ hosted }, use) => withHost({ RELAY_UPSTREAMS: hosted }, use), { scope: "worker" }],
  baseURL: ({ hosted }, use) => use(hosted),
  way: ["as the sandbox itself", { option: true }],
  open: async ({ way, page, hosted, relaying, operator }, use) => {
    if (way === "as the sandbox itself") return use(async (path) => void (await page.goto(path)));
    await page.goto(`${relaying}/connections`);
    await page.getByRole("button", { name: "Add hosted connection" }).click();
    await page.getByLabel("Name").fill("Hosted");
    await page.getByLabel("Base URL").fill(hosted);
    await page.getByLabel("API key").fill(operator.token);
    await page.getByRole("button", { name: "Add connection" }).click();
    await page.getByRole("article", { name: "Hosted" }).getByRole("button", { name: "Use this connection" }).click();
    await expect(page.getByRole("banner").getByText("Live")).toBeVisible();
    await use(async (path) => void (await page.goto(`${relaying}${path}`)));
  },
  setBalances: ({ request }, use) =>
    use(async (token, balances) => {
      const headers = { Authorization: `Bearer ${token}` };
      expect((await request.put("/_sandbox/account/balances", { headers, data: balances })).status()).toBe(200);
    }),
  arm: async ({ request }, use) => {
    await use(async (fault) => void (await request.post("/_sandbox/faults", { data: fault })));
    await request.delete("/_sandbox/faults");
  },
});
