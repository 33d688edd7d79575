import { useState } from "react";
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

type Trial = {
  loaded?: { id: string; url: string };
  attempt: number;
  state: "fine" | "renewing" | "renewed" | "broken";
};

/**
 * The link by which a medium is loaded. What is loaded keeps its link, so that polling loads nothing twice. A link that
 * fails is renewed by itself, once: only what then loads may ask again, so that a file that is gone makes no loop.
 */
export function useMediumLink(id: string, url: string | undefined, onExpired: (() => unknown) | undefined): MediumLink {
  const [trial, setTrial] = useState<Trial>({ attempt: 0, state: "fine" });
  const src = url === undefined ? undefined : trial.loaded?.id === id ? trial.loaded.url : url;
  const renew = useStable(async () => {
    setTrial(({ attempt }) => ({ attempt, state: "renewing" }));
    await onExpired?.();
    setTrial(({ attempt }) => ({ attempt: attempt + 1, state: "renewed" }));
  });
  return {
    src,
    attempt: trial.attempt,
    state: trial.state === "renewed" ? "fine" : trial.state,
    onLoaded: () =>
      setTrial(({ attempt }) => ({ attempt, state: "fine", ...(src ? { loaded: { id, url: src } } : {}) })),
    onFailed: () => {
      // A fresher link came meanwhile, by polling.
      if (src !== url) setTrial({ attempt: trial.attempt, state: trial.state });
      else if (trial.state === "fine" && onExpired) void renew();
      else setTrial({ attempt: trial.attempt, state: "broken" });
    },
    retry: () => void renew(),
  };
}
