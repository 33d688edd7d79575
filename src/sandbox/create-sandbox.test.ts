import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accountSchema } from "#contract/account-operation.ts";
import { totalOf } from "#contract/cost.ts";
import { isTerminal } from "#contract/status.ts";
import { type Workflow, workflowPageSchema } from "#contract/workflow.ts";
import { manualClock, systemClock } from "./clock.ts";
import { createSandbox, type Sandbox } from "./create-sandbox.ts";
import { defaultRateLimit } from "./options.ts";

const origin = "http://sandbox.test";
const headers = { authorization: "Bearer sandbox_kill-test", "content-type": "application/json" };
const opening = { blue: 5000, green: 5000, yellow: 5000 };

let folder: string;
let database: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  database = join(folder, "sandbox.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(sandbox: Sandbox) {
  const get = async (path: string) => (await sandbox.fetch(new Request(`${origin}${path}`, { headers }))).json();
  const page = workflowPageSchema.parse(await get("/v2/consumer/workflows?take=1000&hideMatureContent=false"));
  return { workflows: page.items ?? [], account: accountSchema.parse(await get("/_sandbox/account")) };
}

/** A process that submits without end and prints each workflow that it was told of, until it is killed. */
function startSubmitter() {
  const modules = new URL("./", import.meta.url).href;
  const program = `
    const { createSandbox } = await import("${modules}create-sandbox.ts");
    const { systemClock } = await import("${modules}clock.ts");
    const rateLimit = { perMinute: 1e6, burst: 1e6 };
    const sandbox = createSandbox({ database: ${JSON.stringify(database)}, clock: systemClock, speed: 40, running: true, rateLimit });
    const headers = ${JSON.stringify(headers)};
    const post = (path, body) => sandbox.fetch(new Request("${origin}" + path, { method: "POST", headers, body: JSON.stringify(body) }));
    await post("/_sandbox/accounts", { token: "sandbox_kill-test", balances: ${JSON.stringify(opening)} });
    const steps = [
      { $type: "imageGen", name: "hero", retries: 1, input: { engine: "flux", prompt: "a fox [partial] [fail-once]", quantity: 2 } },
      { $type: "echo", input: { message: { $ref: "hero", path: "output.images[0].id" } } },
    ];
    for (;;) {
      const { id } = await (await post("/v2/consumer/workflows", { steps })).json();
      process.stdout.write(id + "\\n");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Kill -9 once so many workflows were told of; answers their ids. */
async function killAfter(count: number): Promise<string[]> {
  const submitter = startSubmitter();
  let told = "";
  for await (const text of submitter.stdout) {
    told += String(text);
    if (told.split("\n").length > count) submitter.kill("SIGKILL");
  }
  return told.split("\n").slice(0, -1);
}

describe("a sandbox that is killed", () => {
  it("loses no workflow that it told of, finishes all of them, and charges nothing twice", async () => {
    const told = [...(await killAfter(12)), ...(await killAfter(25))];
    const before = manualClock(systemClock.now());
    const options = { database, clock: before, speed: 40, running: false, rateLimit: defaultRateLimit };
    const sandbox = createSandbox(options);
    const leftBehind = (await read(sandbox)).workflows.filter(({ status }) => !isTerminal(status));
    expect(leftBehind.length).toBeGreaterThan(0);
    before.advance(600);
    await sandbox.idle();

    const { workflows, account } = await read(sandbox);
    const ids = workflows.map(({ id }) => id);
    expect(told.filter((id) => !ids.includes(id))).toEqual([]);
    expect(workflows.filter((workflow) => !isAsPaid(workflow))).toEqual([]);
    const spent = workflows.length * 20;
    expect(totalOf(account.balances)).toBe(totalOf(opening) - spent);
    await sandbox.close();
  }, 60_000);
});

/** Two pictures and an echo charged, one picture given back; one picture and the echo delivered. */
function isAsPaid({ status, transactions, steps }: Workflow): boolean {
  const moved = (transactions?.list ?? []).map(({ type, amount }) => `${type} ${amount}`).join();
  const jobs = steps[0]?.jobs?.map((job) => job.status).join();
  return status === "succeeded" && moved === "debit 30,credit 10" && jobs === "succeeded,failed";
}
