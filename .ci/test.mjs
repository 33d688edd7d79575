/*
 * `npm test`: types, lint, borders, unit and component tests, then the journeys in a real browser. Everything runs even
 * when an earlier part failed, and the last line adds all of it up: "N passed, N failed".
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const reports = mkdtempSync(join(tmpdir(), "baton-test-"));
const bin = (path) => join("node_modules", path);
let passed = 0;
let failed = 0;
let skipped = 0;

check("types", [bin("typescript/bin/tsc"), "-b"]);
check("lint and format", [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]);
check("borders", [".ci/check-borders.mjs"]);
suite("unit and component tests", vitest, countVitest);
suite("journeys in the browser", playwright, countPlaywright);

rmSync(reports, { recursive: true, force: true });
if (
  process.env.CONTRACT_DATA_REQUIRED &&
  !existsSync(join(process.env.CONTRACT_DATA ?? "../shared", "contract/openapi.json"))
) {
  console.error("The tests over the published contract were skipped: CONTRACT_DATA leads nowhere.");
  failed += 1;
}
console.log(`\n${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function run(args, env = {}) {
  return spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } }).status === 0;
}

/** A tool that says yes or no counts as one. */
function check(name, args) {
  console.log(`\n== ${name}`);
  if (run(args)) passed += 1;
  else failed += 1;
}

/** A suite counts each of its tests; one that ends badly without a failed test (it did not start, say) counts as a failure. */
function suite(name, start, count) {
  console.log(`\n== ${name}`);
  const report = join(reports, `${start.name}.json`);
  const isFine = start(report);
  const counts = existsSync(report)
    ? count(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 0, skipped: 0 };
  passed += counts.passed;
  skipped += counts.skipped;
  failed += Math.max(counts.failed, isFine && counts.passed > 0 ? 0 : 1);
}

function vitest(report) {
  return run([bin("vitest/vitest.mjs"), "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`]);
}

function countVitest({ numPassedTests, numFailedTests, numPendingTests }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
}

function playwright(report) {
  return run([bin("@playwright/test/cli.js"), "test", "-c", "e2e/playwright.config.ts", "--reporter=line,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
}

function countPlaywright({ stats }) {
  // A test that passed only at a second try is flaky, and counts as failed: it hides a race.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
