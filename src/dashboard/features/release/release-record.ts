import { buzzNumber } from "#dashboard/display/words.ts";
import type { ReleaseResult } from "./release-many.ts";

/** What a receipt says of a release: what it charged; nothing of an action that is none. */
export function sayRelease(result: ReleaseResult | undefined): string {
  if (!result) return "";
  if (result.wasReleased) return "Somebody else had released it; nothing was charged for it here.";
  const charged = result.charged === undefined ? "charge unknown" : `${buzzNumber(result.charged)} yellow charged`;
  return result.isLogged ? charged : `${charged}; the release could not be noted in its metadata`;
}

/** The columns that a receipt's file has besides the outcome. Unknown is said, and never 0. */
export function recordOfRelease(result: ReleaseResult | undefined): Record<string, unknown> {
  if (!result) return {};
  return {
    "quoted yellow": result.quotedYellow,
    "charged yellow": result.charged ?? "unknown",
    "refunded blue": result.refund?.blue ?? "unknown",
    "refunded green": result.refund?.green ?? "unknown",
    "released by somebody else": result.wasReleased ? "yes" : "no",
    "noted in its metadata": result.isLogged ? "yes" : "no",
  };
}
