import { useCallback, useEffect, useRef, useState } from "react";
import * as z from "zod/mini";
import { currencySchema } from "#contract/currency.ts";
import { jsonObjectSchema } from "#contract/json.ts";
import { prioritySchema } from "#contract/step.ts";
import { upgradeModeSchema } from "#contract/workflow.ts";
import { type Chain, emptyChain } from "./chain.ts";
import { record, redo, startHistory, undo } from "./history.ts";

/*
 * The draft of a connection, kept in local storage so that leaving the page, a reload or an expired key loses nothing.
 */

const chainSchema = z.object({
  steps: z.array(
    z.object({
      key: z.string(),
      type: z.string(),
      name: z.string(),
      isUnnamed: z.optional(z.boolean()),
      input: z.optional(z.unknown()),
      rest: z.optional(jsonObjectSchema),
      priority: z.optional(prioritySchema),
      timeout: z.optional(z.string()),
      retries: z.optional(z.number()),
      parked: z.record(z.string(), z.unknown()),
    }),
  ),
  settings: z.object({
    name: z.string(),
    tags: z.array(z.string()),
    mature: z.enum(["allow", "sfw", "by-currency"]),
    upgradeMode: z.optional(upgradeModeSchema),
    currencies: z.optional(z.array(currencySchema)),
    metadataText: z.string(),
    rest: z._default(jsonObjectSchema, {}),
  }),
  externalId: z.string(),
});

const keyOf = (connectionId: string) => `baton.draft.${connectionId}`;

/** The draft of a connection as it was left, or an empty one. */
export function readDraft(connectionId: string): Chain {
  try {
    const parsed = chainSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(connectionId)) ?? "null"));
    return parsed.success ? parsed.data : emptyChain();
  } catch {
    return emptyChain();
  }
}

/** Keep the draft; `undefined` forgets it. Says whether it could be kept. */
export function writeDraft(connectionId: string, chain: Chain | undefined): boolean {
  try {
    if (chain) localStorage.setItem(keyOf(connectionId), JSON.stringify(chain));
    else localStorage.removeItem(keyOf(connectionId));
    return true;
  } catch {
    return false;
  }
}

/** How long typing may rest before the draft is written. */
const writeAfterMs = 300;

/** The draft of a connection, written a moment after each change and when the page is left. */
export function useDraft(connectionId: string, startWith?: Chain) {
  const [history, setHistory] = useState(() => startHistory(startWith ?? readDraft(connectionId)));
  const chain = history.present;
  const [isKept, setKept] = useState(true);
  const latest = useRef<Chain | undefined>(chain);
  latest.current = latest.current === undefined ? undefined : chain;

  useEffect(() => {
    const write = () => latest.current && setKept(writeDraft(connectionId, chain));
    const timer = setTimeout(write, writeAfterMs);
    return () => clearTimeout(timer);
  }, [connectionId, chain]);

  useEffect(() => {
    const leave = () => {
      if (latest.current) writeDraft(connectionId, latest.current);
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [connectionId]);

  /** The draft became a workflow: the next one starts empty. */
  const forget = useCallback(() => {
    latest.current = undefined;
    writeDraft(connectionId, undefined);
  }, [connectionId]);

  /** Change the draft; whatever changes which steps there are is a step back of its own. */
  const setChain = useCallback((change: (chain: Chain) => Chain) => {
    setHistory((before) => {
      const next = change(before.present);
      return record(before, next, Date.now(), outlineOf(next) !== outlineOf(before.present));
    });
  }, []);

  return {
    ...{ chain, setChain, isKept, forget },
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: useCallback(() => setHistory(undo), []),
    redo: useCallback(() => setHistory(redo), []),
  };
}

/** Which steps there are, of which type and in which order. */
function outlineOf({ steps }: Chain): string {
  return steps.map(({ key, type }) => `${key} ${type}`).join(" ");
}
