import type { Clock } from "./clock.ts";
import type { Dialect } from "./dialect/dialect.ts";
import type { Changes } from "./engine/changes.ts";
import type { MediaAccess } from "./media-access.ts";
import type { SandboxOptions } from "./options.ts";
import type { Pace } from "./pace.ts";
import type { StepRegistry } from "./steps/registry.ts";
import type { Store } from "./store/store.ts";
import type { AnswerCache } from "./workflows/answer-cache.ts";
import type { PageCache } from "./workflows/page-cache.ts";

/** What the parts of a sandbox share. Made by `createSandbox`, passed as the first argument, never global. */
export type Services = {
  options: SandboxOptions;
  clock: Clock;
  pace: Pace;
  /** How what the guide and the hosted API say differently is said. */
  dialect: Dialect;
  store: Store;
  steps: StepRegistry;
  media: MediaAccess;
  answers: AnswerCache;
  pages: PageCache;
  /** Tells who waits for a workflow that it has changed. */
  changes: Changes;
  /** Steps whose handler is at work in this process, so that no step runs twice at once. */
  atWork: Set<string>;
  /** Accounts whose work stands still, such as while demo data is made in the past. */
  heldAccounts: Set<number>;
  /** The only account whose work is taken up, where it is not all of them. */
  onlyAccount?: number;
  /** Let the loop look for due work soon. */
  wake: () => void;
  /** Aborted when this file is about to be closed: nobody waits any longer. */
  closing: AbortSignal;
};
