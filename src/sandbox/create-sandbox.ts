import type { AppOptions } from "./http/create-app.ts";
import type { Peer } from "./http/incoming.ts";
import { openSandbox } from "./open-sandbox.ts";
import type { SandboxOptions } from "./options.ts";
import type { Services } from "./services.ts";
import { placeDatabase, removeDatabase, removeDrafts } from "./store/database-file.ts";

/** The orchestrator as one function of requests, over one SQLite file. */
export type Sandbox = {
  /** `peer`: who is at the other end; without it, a caller in this process. */
  fetch(request: Request, peer?: Peer): Promise<Response>;
  /** Run whatever is due by the clock, until nothing is. */
  idle(): Promise<void>;
  /** Take up nothing new, wait for what is at work, and close the file. */
  close(): Promise<void>;
  /** What its parts share; others after its file was replaced. */
  readonly services: Services;
};

/** Put a sandbox together. With `running`, work goes on by itself, also what an earlier process left in the middle. */
export function createSandbox(options: SandboxOptions, appOptions: Partial<AppOptions> = {}): Sandbox {
  removeDrafts(options.database);
  let replacing: Promise<void> | undefined;
  let current = open();

  function open() {
    return openSandbox(options, { replaceDatabase, ...appOptions });
  }

  /** Everything that knows the old file is closed and made anew. Only the request that asks for it outlives that. */
  async function replaceDatabase(draft: string): Promise<boolean> {
    if (replacing) {
      removeDatabase(draft);
      return false;
    }
    const replace = async () => {
      await current.drain(1);
      await current.close();
      try {
        placeDatabase(draft, options.database);
      } finally {
        current = open();
      }
    };
    replacing = replace().finally(() => {
      replacing = undefined;
    });
    await replacing;
    return true;
  }

  return {
    async fetch(request, peer) {
      // Whoever comes meanwhile is answered from the new file.
      while (replacing) await replacing.catch(() => {});
      return current.fetch(request, peer);
    },
    idle: () => current.idle(),
    close: () => current.close(),
    get services() {
      return current.services;
    },
  };
}
