import { type Rating, strongerRating } from "#contract/mature.ts";

/** Plain words that make a result x. Source: decisions, "Mature content". */
const strongWords = /\b(nude|nsfw|explicit)\b/i;
const ratingWord = /\[rated:(pg13|r|x|xxx)\]/gi;

/**
 * The rating of what a step makes: from the words of its input's texts, and not milder than the media it works on.
 * Source: decisions, "Mature content".
 */
export function rateOutput(texts: readonly string[], inputMedia: readonly Rating[]): Rating {
  let rating: Rating = "pg";
  for (const text of texts) {
    if (strongWords.test(text)) rating = strongerRating(rating, "x");
    for (const [, word] of text.matchAll(ratingWord)) rating = strongerRating(rating, toRating(word));
  }
  return inputMedia.reduce(strongerRating, rating);
}

function toRating(word: string | undefined): Rating {
  const lower = word?.toLowerCase();
  return lower === "pg13" || lower === "r" || lower === "x" || lower === "xxx" ? lower : "pg";
}
