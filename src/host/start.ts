import { fileURLToPath } from "node:url";
import { buildDashboard } from "./build-dashboard.ts";
import { sayListenError, serve } from "./serve.ts";
import { serveFiles } from "./serve-files.ts";
import { processEnvironment, readSettings } from "./settings.ts";

/*
 * `npm start`: builds the dashboard if need be, opens the sandbox, and prints the one line that tells where to go.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));

await start();

async function start(): Promise<void> {
  const read = readSettings(processEnvironment());
  if (!read.ok) return giveUp(read.message);
  const { settings } = read;
  let folder: string;
  try {
    folder = await buildDashboard(root);
  } catch (error) {
    return giveUp(`The dashboard can't be built.\n${error instanceof Error ? error.message : error}`);
  }
  try {
    const { address, close } = await serve(settings, serveFiles(folder, settings.upstreams));
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
    console.log(`Baton: ${address}`);
  } catch (error) {
    giveUp(sayListenError(error, settings));
  }
}

function giveUp(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
