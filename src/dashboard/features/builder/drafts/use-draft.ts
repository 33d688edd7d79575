import { useCallback, useEffect, useRef, useState } from "react";
import { type Chain, newExternalId } from "../chain.ts";
import { type History, record, redo, startHistory, undo } from "../history.ts";
import { type Draft, isEmptyDraft } from "./draft.ts";
import { forgetDraft, keepDraft } from "./draft-db.ts";

/**
 * A draft at work, written at once after each change: a page that crashes or is reloaded tells nobody. While a write is
 * under way, only the last change waits. `isMine`: no other tab has taken it over; else nothing is written.
 */
export function useDraft(draft: Draft, isMine: boolean) {
  const [history, setHistory] = useState(() => startHistory(draft.chain));
  const [isKept, setKept] = useState(true);
  const chain = history.present;
  const unwritten = useRef<Chain | undefined>(undefined);
  const isWriting = useRef(false);
  const isOver = useRef(false);

  useEffect(() => {
    // An untouched new draft is not worth a place in the list.
    if (chain === draft.chain && isEmptyDraft(chain)) return;
    unwritten.current = chain;
    const writeOut = async () => {
      if (isWriting.current) return;
      isWriting.current = true;
      for (let next = unwritten.current; next !== undefined && !isOver.current; next = unwritten.current) {
        unwritten.current = undefined;
        setKept(await write(draft, next));
      }
      isWriting.current = false;
    };
    if (isMine) void writeOut();
  }, [chain, draft, isMine]);

  /** The draft became a workflow: it is gone. */
  const forget = useCallback(() => {
    isOver.current = true;
    void forgetDraft(draft.id);
  }, [draft.id]);

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
    undo: useCallback(() => setHistory((now) => withId(undo(now), now.present.externalId)), []),
    redo: useCallback(() => setHistory((now) => withId(redo(now), now.present.externalId)), []),
    /** Let it be paid for anew: what was sent under the old id is another run. */
    renewId: useCallback(() => setHistory((now) => withId(now, newExternalId())), []),
  };
}

/** The id is no edit: going back in the history does not bring an earlier one back. */
function withId(history: History<Chain>, externalId: string): History<Chain> {
  return { ...history, present: { ...history.present, externalId } };
}

/** Keep a draft as it is now; an emptied one is forgotten. Says whether that could be done. */
async function write(draft: Draft, chain: Chain): Promise<boolean> {
  if (!isEmptyDraft(chain)) return keepDraft({ ...draft, chain, savedAt: Date.now() });
  await forgetDraft(draft.id);
  return true;
}

/** Which steps there are, of which type and in which order. */
function outlineOf({ steps }: Chain): string {
  return steps.map(({ key, type }) => `${key} ${type}`).join(" ");
}
