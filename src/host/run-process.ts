import { type Serving, sayListenError, serve } from "./serve.ts";
import { processEnvironment, readSettings, type Settings } from "./settings.ts";

/** What answers requests that are neither the sandbox's nor the relay's; rejects with words for the one who started it. */
export type PrepareFiles = (settings: Settings) => Promise<(request: Request) => Promise<Response>>;

/**
 * A process of its own: reads the environment, listens, and prints the one line that tells where. Signals end it in order;
 * what keeps it from starting is said in words.
 */
export async function runProcess(name: string, prepareFiles?: PrepareFiles): Promise<void> {
  const read = readSettings(processEnvironment());
  if (!read.ok) return giveUp(read.message);
  const { settings } = read;
  // A first start builds the dashboard and makes a month of work: side by side that takes little longer than the build.
  const files = prepareFiles?.(settings);
  files?.catch(() => {});
  let serving: Serving;
  try {
    serving = await serve(settings, files && (async (request) => (await files)(request)));
  } catch (error) {
    return giveUp(sayListenError(error, settings));
  }
  try {
    await files;
  } catch (error) {
    giveUp(error instanceof Error ? error.message : String(error));
    return serving.close();
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void serving.close());
  console.log(`${name}: ${serving.address}`);
}

function giveUp(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
