import { isMature, type Rating } from "#contract/mature.ts";
import { ratingWord } from "./words.ts";

/** A rating, outlined when it is mature. */
export function RatingBadge({ rating }: { rating: Rating | null | undefined }) {
  const look = isMature(rating) ? "border-withheld text-withheld" : "border-border text-muted";
  return (
    <span className={`inline-flex items-center rounded-sm border px-1 font-medium text-xs leading-4 ${look}`}>
      {ratingWord(rating)}
    </span>
  );
}
