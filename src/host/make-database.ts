import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { systemClock } from "#sandbox/clock.ts";
import { createSandbox } from "#sandbox/create-sandbox.ts";
import { seedDemo } from "#sandbox/demo/seed-demo.ts";
import { hashToken } from "#sandbox/http/authenticate.ts";
import { defaultRateLimit } from "#sandbox/options.ts";
import type { Services } from "#sandbox/services.ts";
import { accountOf } from "#sandbox/workflows/accounts.ts";
import type { Settings } from "./settings.ts";

/** The account of the demo data, and the dashboard's first one. */
const demoToken = "sandbox_demo";

/**
 * Make the database of a first start; one that is there stays as it is, so what an operator deletes stays deleted. It is
 * filled beside its place and moved there when it is whole: a first start that is broken off leaves no half of a month.
 */
export async function makeDatabase(path: string, seed: Settings["seed"], dialect?: Settings["dialect"]): Promise<void> {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  const beside = [`${draft}-wal`, `${draft}-shm`];
  for (const part of [draft, ...beside]) rmSync(part, { force: true });
  const options = { clock: systemClock, speed: 1, running: false, rateLimit: defaultRateLimit, dialect };
  const sandbox = createSandbox({ database: draft, ...options });
  await fill(sandbox.services, seed);
  await sandbox.close();
  for (const part of beside) rmSync(part, { force: true });
  renameSync(draft, path);
}

/** What a new database holds. */
export async function fill(services: Services, seed: Settings["seed"]): Promise<void> {
  if (seed === "demo") await seedDemo(services, accountOf(services, hashToken(demoToken)));
}
