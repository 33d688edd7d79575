import { describe, expect, it } from "vitest";
import { systemClock } from "../clock.ts";
import { createServices } from "../create-services.ts";
import { openAccount } from "../ledger/open-account.ts";
import { defaultRateLimit } from "../options.ts";
import { aTemplate, mediaForTests, openView } from "../workflows/sandbox-for-tests.ts";
import { submitWorkflow } from "../workflows/submit.ts";
import { startLoop } from "./loop.ts";

describe("startLoop", () => {
  it("runs a chain in real time, at the sandbox's speed, and wakes who waits", async () => {
    const options = {
      database: ":memory:",
      clock: systemClock,
      speed: 100,
      running: true,
      rateLimit: defaultRateLimit,
    };
    const services = createServices(options, mediaForTests);
    const loop = startLoop(services);
    services.wake = loop.wake;
    const account = openAccount(services.store, "hash", {
      balances: { blue: 500, green: 0, yellow: 0 },
      permissions: { write: true, mature: true },
      at: systemClock.now(),
    });
    if (!account) throw new Error("The account was there already.");
    const template = aTemplate({
      steps: [
        { $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a fox" } },
        { $type: "echo", input: { message: { $ref: "hero", path: "output.images[0].id" } } },
      ],
    });
    const outcome = await submitWorkflow(services, account, template, { ...openView, waitSeconds: 10 });
    expect(outcome).toMatchObject({ value: { workflow: { status: "succeeded" } } });
    await loop.stop();
    services.store.close();
  });
});
