import { fileURLToPath } from "node:url";
import { buildDashboard } from "./build-dashboard.ts";
import { runProcess } from "./run-process.ts";
import { serveFiles } from "./serve-files.ts";
import type { Settings } from "./settings.ts";

/*
 * `npm start`: builds the dashboard if need be, opens the sandbox, and prints the one line that tells where to go.
 */
await runProcess("Baton", dashboardFiles);

async function dashboardFiles({ upstreams }: Settings): Promise<(request: Request) => Promise<Response>> {
  try {
    return serveFiles(await buildDashboard(fileURLToPath(new URL("../..", import.meta.url))), upstreams);
  } catch (error) {
    throw new Error(`The dashboard can't be built.\n${error instanceof Error ? error.message : error}`);
  }
}
