import { z } from "zod";
import { media } from "./fields.ts";
import { stepType } from "./step-type.ts";

/** Kinds of hashes: alike pictures have alike ones. Source: openapi, MediaHashType. */
const mediaHashTypes = ["perceptual", "perceptualDct", "perceptualDct256"] as const;
export type MediaHashType = (typeof mediaHashTypes)[number];

export const mediaHash = stepType({
  type: "mediaHash",
  title: "Hash media",
  description: "Computes hashes by which a picture can be found again, also when it was resized or saved anew.",
  group: "media-tools",
  input: z.object({
    mediaUrl: media("image", "The picture or clip to hash."),
    hashTypes: z.array(z.enum(mediaHashTypes)).describe("The hashes to compute."),
  }),
  output: z.object({ hashes: z.record(z.string(), z.string()) }),
});
export type MediaHashInput = z.output<typeof mediaHash.input>;
