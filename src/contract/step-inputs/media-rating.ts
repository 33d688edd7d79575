import { z } from "zod";
import { ratingSchema } from "../mature.ts";
import { optionalMedia, toggle } from "./fields.ts";
import { stepType } from "./step-type.ts";

const recognition = z.object({ label: z.string(), confidence: z.number() }).nullish();

export const mediaRating = stepType({
  type: "mediaRating",
  title: "Rate media",
  description: "Tells how mature a picture is, and what it shows.",
  group: "moderation",
  input: z.object({
    image: optionalMedia("image", "The picture to rate."),
    includeAgeClassification: toggle("Judge the age of people, for content rated r or above."),
    includeFaceRecognition: toggle("Find faces."),
    includeAIRecognition: toggle("Judge whether the picture was made by a model."),
    includeAnimeRecognition: toggle("Judge whether the picture is anime."),
    includeHumanRecognition: toggle("Judge whether the picture shows people."),
    includeBodyAgeClassification: toggle("Judge the age of people by their bodies."),
  }),
  output: z.object({
    nsfwLevel: ratingSchema,
    isBlocked: z.boolean(),
    blockedReason: z.string().nullish(),
    labels: z.array(z.string()).nullish(),
    ageClassification: z.object({ detections: z.array(z.unknown()) }).nullish(),
    faceRecognition: z.object({ faces: z.array(z.unknown()) }).nullish(),
    aiRecognition: recognition,
    animeRecognition: recognition,
    humanRecognition: recognition,
    bodyAgeClassification: z.object({ detections: z.array(z.unknown()) }).nullish(),
  }),
});
export type MediaRatingInput = z.output<typeof mediaRating.input>;
