import * as z from "zod/mini";

/** Ratings from mild to strong; `na` is unrated. Source: decisions, "Mature content". */
export const ratings = ["pg", "pg13", "r", "x", "xxx"] as const;
export const ratingSchema = z.enum([...ratings, "na"]);
export type Rating = z.output<typeof ratingSchema>;

/** Whether the rating is r or above. An unrated or unknown medium is not. */
export function isMature(rating: Rating | null | undefined): boolean {
  return rating === "r" || rating === "x" || rating === "xxx";
}

/** The stronger of two ratings; an unrated one gives way. */
export function strongerRating(one: Rating, other: Rating): Rating {
  const order: readonly Rating[] = ["na", ...ratings];
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}

/** Reasons that a release can lift, in lower case. Every other reason is final. Source: decisions, "Mature content". */
const releasableReasons = ["maturecontent", "nsfwlevel", "none", ""];

type Restricted = { url?: string | null; nsfwLevel?: Rating | null; blockedReason?: string | null };

/** Whether the blob is blocked for a reason that no release lifts. */
export function isBlockedForGood(blob: Restricted): boolean {
  return !releasableReasons.includes((blob.blockedReason ?? "").toLowerCase());
}

/**
 * Whether a mature blob can be freed by releasing its workflow: rated r or above, no final reason, and the workflow
 * does not allow mature content yet. `hideMatureContent` hides urls, so a missing url is no evidence either way.
 */
export function isReleasableBlob(blob: Restricted, allowMatureContent: boolean | null | undefined): boolean {
  return isMature(blob.nsfwLevel) && !isBlockedForGood(blob) && allowMatureContent !== true;
}
