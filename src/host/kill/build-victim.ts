import { cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** The worker thread is loaded by its name beside the program. No victim makes films. */
const worker = "src/sandbox/store/checkpoint-worker.mjs";
/** Packages with programs of the machine inside can't be put into one file. */
const external = ["sharp", "@photostructure/sqlite", "h264-mp4-encoder", "opusscript"];

/**
 * The victim as one file of JavaScript in a new folder: read from its sources, each of two hundred victims would take
 * twice as long to load. Answers the folder and the file.
 */
export async function buildVictim(): Promise<{ folder: string; program: string }> {
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  // Below the project, so that the packages left out are found.
  const folder = mkdtempSync(join(cache, "victim-"));
  await build({
    ...{ root, configFile: false, logLevel: "error", publicDir: false },
    build: { ssr: "src/host/kill/victim.ts", outDir: folder, target: "node20" },
    ssr: { noExternal: true, external },
  });
  cpSync(join(root, worker), join(folder, basename(worker)));
  return { folder, program: join(folder, "victim.js") };
}
