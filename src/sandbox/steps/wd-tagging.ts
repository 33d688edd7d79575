import type { Rating } from "#contract/mature.ts";
import type { WdTaggingInput } from "#contract/step-inputs/wd-tagging.ts";
import { flatPrice } from "./flat-price.ts";
import { describePicture } from "./media/describe-picture.ts";
import { seededRandom } from "./media/seeded-random.ts";
import { readStill } from "./read-still.ts";
import { stepHandler } from "./step-handler.ts";

/** The score below which a tagger is not sure enough, where the input sets none. */
const usualThreshold = 0.35;

export const wdTaggingHandler = stepHandler<WdTaggingInput>({
  type: "wdTagging",
  // Its price is documented nowhere.
  price: () => flatPrice,
  durationSeconds: () => 1,
  itemCount: () => 1,
  run: async ({ mediaUrl, threshold, prompt }, tools) => {
    const still = await readStill(mediaUrl, tools);
    if (!still.ok) return still;
    const seen = await describePicture(still.bytes);
    const meant = tagsOfWords((await tools.wordsOf(mediaUrl)) ?? "", prompt ?? "");
    const sure = Object.entries({ ...meant, ...seen })
      .filter(([, score]) => score >= (threshold ?? usualThreshold))
      .toSorted(([, one], [, other]) => other - one);
    const tags = Object.fromEntries(sure.map(([tag, score]) => [tag, rounded(score)]));
    return { ok: true, output: { tags, rating: ratingScores[await tools.ratingOf(mediaUrl)] } };
  },
});

/** How the taggers of this family call what is more or less mature. */
const ratingScores: Record<Rating, Record<string, number>> = {
  pg: { general: 0.93, sensitive: 0.06, questionable: 0.01, explicit: 0 },
  pg13: { general: 0.38, sensitive: 0.58, questionable: 0.03, explicit: 0.01 },
  r: { general: 0.06, sensitive: 0.3, questionable: 0.6, explicit: 0.04 },
  x: { general: 0.01, sensitive: 0.05, questionable: 0.28, explicit: 0.66 },
  xxx: { general: 0, sensitive: 0.01, questionable: 0.04, explicit: 0.95 },
  na: { general: 0.25, sensitive: 0.25, questionable: 0.25, explicit: 0.25 },
};

const fillers = new Set(
  "a an and are as at above across after all along around behind below beneath beside between by for from has have her his in into is it its near of off on onto or out over past room she the their them then they through to toward under up upon very was were with without".split(
    " ",
  ),
);

/** The words that the picture was made from, each with a score of its own; what is looked for is found more surely. */
function tagsOfWords(words: string, sought: string): Record<string, number> {
  const wanted = new Set(wordsIn(sought));
  return Object.fromEntries(
    wordsIn(words).map((word) => {
      const score = seededRandom(word, 7).between(0.42, 0.97);
      return [word, wanted.has(word) ? Math.min(0.99, score + 0.2) : score];
    }),
  );
}

function wordsIn(text: string): string[] {
  const plain = text.replace(/\[[^[\]]*\]/g, " ").toLowerCase();
  return (plain.match(/\p{L}[\p{L}'’-]+/gu) ?? []).filter((word) => !fillers.has(word));
}

const rounded = (score: number) => Math.round(score * 10_000) / 10_000;
