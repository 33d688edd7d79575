import { setMaxListeners } from "node:events";
import { chooseDialect } from "./dialect/choose-dialect.ts";
import { createChanges } from "./engine/changes.ts";
import type { MediaAccess } from "./media-access.ts";
import type { SandboxOptions } from "./options.ts";
import { openPace } from "./pace.ts";
import type { Services } from "./services.ts";
import { tameSharp } from "./steps/media/tame-sharp.ts";
import { createStepRegistry } from "./steps/registry.ts";
import { openStore, type Store } from "./store/store.ts";
import { createAnswerCache } from "./workflows/answer-cache.ts";
import { createPageCache } from "./workflows/page-cache.ts";

/** Open the store and put together what the parts of a sandbox share. Nothing runs yet. */
export function createServices(
  options: SandboxOptions,
  openMedia: (store: Store) => MediaAccess,
  closing: AbortSignal = new AbortController().signal,
): Services {
  tameSharp();
  const store = openStore(options.database);
  // Everybody who waits listens to it, and that may be hundreds.
  setMaxListeners(0, closing);
  return {
    options,
    ...openPace(store.meta, options.clock, options.speed),
    dialect: chooseDialect(options.dialect),
    store,
    steps: createStepRegistry(options.publishedDocument),
    media: openMedia(store),
    answers: createAnswerCache(),
    pages: createPageCache(store.writes),
    changes: createChanges(),
    atWork: new Set(),
    heldAccounts: new Set(),
    wake: () => {},
    closing,
  };
}
