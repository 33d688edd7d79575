import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildDashboard } from "./build-dashboard.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "baton-build-"));
  mkdirSync(join(root, "src/dashboard"), { recursive: true });
  writeFileSync(join(root, "vite.config.ts"), "export default {};");
  writeFileSync(join(root, "index.html"), '<script type="module" src="/src/dashboard/main.ts"></script>');
  writeFileSync(join(root, "src/dashboard/main.ts"), 'document.title = "first";');
});

afterEach(() => rmSync(root, { recursive: true }));

const page = () => join(root, "dist/index.html");

it("builds what is missing, leaves what is new, and builds what is older than its sources", async () => {
  expect(await buildDashboard(root)).toBe(join(root, "dist"));
  const built = readFileSync(page(), "utf8");
  expect(built).toContain("/assets/index-");

  writeFileSync(page(), "left alone");
  await buildDashboard(root);
  expect(readFileSync(page(), "utf8")).toBe("left alone");

  const later = Date.now() / 1000 + 60;
  utimesSync(join(root, "src/dashboard/main.ts"), later, later);
  await buildDashboard(root);
  expect(readFileSync(page(), "utf8")).toBe(built);
});
