import { isMature, type Rating } from "#contract/mature.ts";
import type { MediaRatingInput } from "#contract/step-inputs/media-rating.ts";
import { flatPrice } from "./flat-price.ts";
import { describePicture, type PictureTags } from "./media/describe-picture.ts";
import { readStill } from "./read-still.ts";
import { stepHandler } from "./step-handler.ts";

export const mediaRatingHandler = stepHandler<MediaRatingInput>({
  type: "mediaRating",
  // Its price is documented nowhere.
  price: () => flatPrice,
  durationSeconds: () => 1,
  itemCount: () => 1,
  run: async (input, tools) => {
    if (!input.image) return { ok: false, reason: "There is no image to rate." };
    const still = await readStill(input.image, tools);
    if (!still.ok) return still;
    const nsfwLevel = await tools.ratingOf(input.image);
    const labels = [...labelsOfRating[nsfwLevel], ...labelsOfTags(await describePicture(still.bytes))];
    const isKept = { isBlocked: false, blockedReason: null };
    return { ok: true, output: { nsfwLevel, ...isKept, labels, ...recognitions(input, nsfwLevel) } };
  },
});

const labelsOfRating: Record<Rating, string[]> = {
  pg: ["Safe"],
  pg13: ["Suggestive"],
  r: ["Suggestive", "Partial Nudity"],
  x: ["Nudity"],
  xxx: ["Nudity", "Sexual Activity"],
  na: [],
};

/** The tags that labels have a word for; those of the shape always, the others as far as they are seen. */
const labelsOfTag: Record<string, string> = {
  landscape_format: "Landscape",
  portrait_format: "Portrait",
  square_format: "Square",
  monochrome: "Monochrome",
  dark: "Dark",
  bright: "Bright",
};

function labelsOfTags(tags: PictureTags): string[] {
  return Object.entries(labelsOfTag).flatMap(([tag, label]) => (tag in tags ? [label] : []));
}

/** What was asked for beside the rating. All pictures here are drawn landscapes and patterns, in which nobody is seen. */
function recognitions(input: MediaRatingInput, rating: Rating) {
  const nobody = { status: "ok", ran: true, detections: [] };
  return {
    ...(input.includeAIRecognition && { aiRecognition: { label: "AI", confidence: 0.97 } }),
    ...(input.includeAnimeRecognition && { animeRecognition: { label: "real", confidence: 0.88 } }),
    ...(input.includeHumanRecognition && {
      humanRecognition: { label: "no_human", confidence: 0.94, humanScore: 0.06, noHumanScore: 0.94 },
    }),
    ...(input.includeFaceRecognition && { faceRecognition: { faces: [] } }),
    ...(input.includeAgeClassification && isMature(rating) && { ageClassification: nobody, csam: false }),
    ...(input.includeBodyAgeClassification && { bodyAgeClassification: nobody }),
  };
}
