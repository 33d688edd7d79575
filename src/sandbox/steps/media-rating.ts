import { isMature, type Rating } from "#contract/mature.ts";
import type { MediaRatingInput } from "#contract/step-inputs/media-rating.ts";
import { flatPrice } from "./flat-price.ts";
import { type MediaFacts, stepHandler } from "./step-handler.ts";

export const mediaRatingHandler = stepHandler<MediaRatingInput>({
  type: "mediaRating",
  // Its price is documented nowhere.
  price: () => flatPrice,
  durationSeconds: () => 1,
  itemCount: () => 1,
  run: async (input, tools) => {
    if (!input.image) return { ok: false, reason: "There is no image to rate." };
    const nsfwLevel = await tools.ratingOf(input.image);
    const facts = await tools.mediaFacts(input.image);
    return {
      ok: true,
      output: {
        nsfwLevel,
        isBlocked: false,
        blockedReason: null,
        labels: labelsOf(nsfwLevel, facts),
        ...recognitions(input, nsfwLevel),
      },
    };
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

function labelsOf(rating: Rating, { width, height }: MediaFacts = {}): string[] {
  if (width === undefined || height === undefined) return labelsOfRating[rating];
  const shape = width > height ? "Landscape" : width < height ? "Portrait" : "Square";
  return [...labelsOfRating[rating], shape];
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
