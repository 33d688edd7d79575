import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "#sandbox/clock.ts";
import { createSandbox } from "#sandbox/create-sandbox.ts";
import { defaultRateLimit } from "#sandbox/options.ts";
import { makeDatabase } from "./make-database.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "baton-database-"));
  path = join(folder, "data", "sandbox.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** How many workflows the demo's account has. */
async function countDemo(): Promise<number> {
  const options = { clock: systemClock, speed: 1, running: false, rateLimit: defaultRateLimit };
  const sandbox = createSandbox({ database: path, ...options });
  const list = new Request("http://127.0.0.1/v2/consumer/workflows?take=1000", {
    headers: { Authorization: "Bearer sandbox_demo" },
  });
  const { items } = (await (await sandbox.fetch(list)).json()) as { items: unknown[] };
  await sandbox.close();
  return items.length;
}

describe("makeDatabase", () => {
  it("makes a month of demo data, and nothing else in the folder", async () => {
    await makeDatabase(path, "demo");
    expect(readdirSync(join(folder, "data"))).toEqual(["sandbox.db"]);
    expect(await countDemo()).toBeGreaterThan(50);
  });

  it("begins anew where an earlier start was broken off", async () => {
    await makeDatabase(path, "empty");
    rmSync(path);
    for (const end of [".new", ".new-wal", ".new-shm"]) writeFileSync(`${path}${end}`, "half of a database");
    await makeDatabase(path, "empty");
    expect(readdirSync(join(folder, "data"))).toEqual(["sandbox.db"]);
    expect(await countDemo()).toBe(0);
  });

  it("has no database in its place before all of it is made", async () => {
    const making = makeDatabase(path, "demo");
    expect([existsSync(path), existsSync(`${path}.new`)]).toEqual([false, true]);
    await making;
    expect(existsSync(path)).toBe(true);
  });

  it("leaves a database that is there as it is", async () => {
    await makeDatabase(path, "empty");
    await makeDatabase(path, "demo");
    expect(await countDemo()).toBe(0);
  });
});
