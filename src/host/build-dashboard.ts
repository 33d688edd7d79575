import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What the built dashboard is made of. */
const sources = ["src/contract", "src/dashboard", "public", "index.html", "vite.config.ts", "package.json"];

/** Build the dashboard into `dist` when it is not there or older than what it is made of. Answers the folder. */
export async function buildDashboard(root: string): Promise<string> {
  const folder = join(root, "dist");
  const builtAt = changedAt(join(folder, "index.html"));
  if (sources.some((path) => newestIn(join(root, path)) > builtAt)) {
    // Loaded only when it is needed: the builder is larger than the host.
    const { build } = await import("vite");
    await build({ root, configFile: join(root, "vite.config.ts"), mode: "production", logLevel: "error" });
  }
  return folder;
}

/** When a file, or the newest file in a folder, was changed: milliseconds since 1970, 0 when there is none. */
function newestIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
