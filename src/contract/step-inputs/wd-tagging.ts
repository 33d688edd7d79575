import { z } from "zod";
import { media } from "./fields.ts";
import { stepType } from "./step-type.ts";

export const wdTagging = stepType({
  type: "wdTagging",
  title: "Tag media",
  description: "Names what a picture shows, each with a score from 0 to 1.",
  group: "moderation",
  input: z.object({
    mediaUrl: media("image", "The picture or clip to tag."),
    threshold: z.number().nullish().describe("Leave out tags with a lower score."),
    model: z.string().nullish().describe('The tagger, such as "wd14-vit.v1".'),
    prompt: z.string().nullish().meta({ description: "What to look for, in words.", format: "prompt" }),
  }),
  output: z.object({
    tags: z.record(z.string(), z.number()),
    rating: z.record(z.string(), z.number()).nullish(),
  }),
});
export type WdTaggingInput = z.output<typeof wdTagging.input>;
