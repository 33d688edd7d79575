import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium, quietFlags } from "./find-chromium.ts";

const port = Number(process.env.E2E_PORT ?? 4391);
const address = `http://127.0.0.1:${port}`;
const folder = mkdtempSync(join(tmpdir(), "baton-e2e-"));

/*
 * One host for all journeys: each test opens an account of its own, so they don't meet. Work takes a tenth of its time.
 */
export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: join(folder, "results"),
  fullyParallel: true,
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: { executablePath: await findChromium(), args: quietFlags },
  },
  webServer: {
    command: "node --import tsx src/host/start.ts",
    cwd: "..",
    url: `${address}/openapi/v2-consumers.json`,
    timeout: 120_000,
    env: {
      PORT: String(port),
      SANDBOX_DATA: join(folder, "sandbox.db"),
      SANDBOX_SEED: "demo",
      SANDBOX_SPEED: "10",
      RELAY_UPSTREAMS: `${address}`,
    },
  },
});
