import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ManualClock, manualClock } from "../clock.ts";
import { createServices } from "../create-services.ts";
import { openAccount } from "../ledger/open-account.ts";
import { defaultRateLimit } from "../options.ts";
import type { Services } from "../services.ts";
import { getWorkflow } from "../workflows/get.ts";
import { aTemplate, mediaForTests, openView } from "../workflows/sandbox-for-tests.ts";
import { submitWorkflow } from "../workflows/submit.ts";
import { tick } from "./tick.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process of its own on the same file: it knows nothing but what is stored. */
function start(clock: ManualClock): Services {
  const database = join(folder, "sandbox.sqlite");
  const options = { database, clock, speed: 1, running: false, rateLimit: defaultRateLimit };
  return createServices(options, mediaForTests);
}

describe("work in flight", () => {
  it("goes on after a restart at any moment: nothing is lost, nothing happens twice", async () => {
    const clock = manualClock("2026-01-01T00:00:00.000Z");
    let services = start(clock);
    const permissions = { write: true, mature: true };
    const balances = { blue: 500, green: 0, yellow: 0 };
    const account = openAccount(services.store, "hash", { balances, permissions, at: clock.now() });
    if (!account) throw new Error("The account was there already.");
    const template = aTemplate({
      steps: [
        { $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a fox [partial]", quantity: 3 } },
        { $type: "echo", name: "after", input: { message: { $ref: "hero", path: "output.images[1].id" } } },
        { $type: "imageGen", name: "other", retries: 1, input: { engine: "flux", prompt: "a crow [fail-once]" } },
      ],
    });
    const submitted = await submitWorkflow(services, account, template, { ...openView, waitSeconds: 0 });
    const id = (submitted.ok && submitted.value.workflow.id) || "";
    for (let moment = 0; moment < 60; moment += 1) {
      // The process dies here: a handler may be at work, and nobody hears of its result.
      const orphan = tick(services).catch(() => undefined);
      services.store.close();
      await orphan;
      services = start(clock);
      await tick(services);
      clock.advance(0.25);
    }
    const read = getWorkflow(services, account, id, openView);
    expect(read).toMatchObject({
      value: { workflow: { status: "succeeded", cost: { total: 40 }, steps: [{}, { status: "succeeded" }, {}] } },
    });
    expect(services.store.ledger.ofWorkflow(id).map(({ type, amount }) => [type, amount])).toEqual([
      ["debit", 50],
      ["credit", 10],
    ]);
    const workflow = services.store.workflows.find(account.id, id);
    expect(services.store.blobs.ofWorkflows([workflow?.seq ?? 0])).toHaveLength(3);
    expect(services.store.accounts.balances(account.id).blue).toBe(460);
    services.store.close();
  });
});
