import { useRef, useState } from "react";
import { useStable } from "#dashboard/ui/use-stable.ts";

/** What a medium is loaded from, and what to do when that fails. */
export type MediumLink = {
  src: string | undefined;
  /** Changes when the same address is to be tried again. */
  attempt: number;
  /** `renewing` while a fresh link is asked for; `broken` when that did not help. */
  state: "fine" | "renewing" | "broken";
  onLoaded: () => void;
  onFailed: () => void;
  retry: () => void;
};

type Trial = { attempt: number; state: "fine" | "renewing" | "renewed" | "broken" };

/**
 * The link by which a medium is loaded. What is loaded keeps its link, so that polling loads nothing twice. A link that
 * fails is renewed by itself, once: only what then loads may ask again, so that a file that is gone makes no loop.
 */
export function useMediumLink(id: string, url: string | undefined, onExpired: (() => unknown) | undefined): MediumLink {
  const [trial, setTrial] = useState<Trial>({ attempt: 0, state: "fine" });
  // No state: a picture that came is on the screen already, and a list has a hundred of them.
  const loaded = useRef<{ id: string; url: string }>(undefined);
  const src = url === undefined ? undefined : loaded.current?.id === id ? loaded.current.url : url;
  const renew = useStable(async () => {
    loaded.current = undefined;
    setTrial(({ attempt }) => ({ attempt, state: "renewing" }));
    await onExpired?.();
    setTrial(({ attempt }) => ({ attempt: attempt + 1, state: "renewed" }));
  });
  return {
    src,
    attempt: trial.attempt,
    state: trial.state === "renewed" ? "fine" : trial.state,
    onLoaded: () => {
      loaded.current = src === undefined ? undefined : { id, url: src };
      setTrial((before) => (before.state === "fine" ? before : { attempt: before.attempt, state: "fine" }));
    },
    onFailed: () => {
      loaded.current = undefined;
      // A fresher link came meanwhile, by polling.
      if (src !== url) setTrial({ attempt: trial.attempt, state: trial.state });
      else if (trial.state === "fine" && onExpired) void renew();
      else setTrial({ attempt: trial.attempt, state: "broken" });
    },
    retry: () => void renew(),
  };
}
