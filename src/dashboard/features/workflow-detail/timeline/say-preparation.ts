import type { Step } from "#contract/step.ts";
import { sayDuration } from "#dashboard/display/say-time.ts";
import { countOf } from "#dashboard/display/words.ts";

/** What a step that is prepared waits for: "3 downloads before it", "42% loaded, about 20 s left". `undefined` when the server doesn't tell. */
export function sayPreparation({ preparation, status }: Step): string | undefined {
  if (!preparation || status !== "preparing") return undefined;
  const { queuePosition, progress, etaSeconds } = preparation;
  const place =
    typeof progress === "number"
      ? `${Math.round(progress * 100)}% loaded`
      : typeof queuePosition !== "number"
        ? undefined
        : queuePosition === 0
          ? "loading"
          : `${countOf(queuePosition, "download")} before it`;
  const left = typeof etaSeconds === "number" ? `about ${sayDuration(etaSeconds * 1000)} left` : undefined;
  return [place, left].filter(Boolean).join(", ") || undefined;
}
