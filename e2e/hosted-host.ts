import type { Fault } from "#contract/control-operations.ts";
import { worksHosted } from "./hosted-connection.ts";
import { test as base, expect } from "./operator.ts";
import { withHost } from "./own-host.ts";

export { expect };

/** How the dashboard reaches the hosted dialect: as the sandbox beside it, or as a hosted connection of another host. */
export const ways = ["as the sandbox itself", "through the relay"] as const;

type Reach = {
  way: (typeof ways)[number];
  /** Go to a screen of the dashboard that works with the hosted dialect. */
  open(path: string): Promise<void>;
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
    await worksHosted(page, { name: "Hosted", url: hosted, key: operator.token });
    await use(async (path) => void (await page.goto(`${relaying}${path}`)));
  },
  arm: async ({ request }, use) => {
    await use(async (fault) => void (await request.post("/_sandbox/faults", { data: fault })));
    await request.delete("/_sandbox/faults");
  },
});
