import { z } from "zod";
import { blobSchema } from "../blob.ts";
import { media } from "./fields.ts";
import { stepType } from "./step-type.ts";

export const transcode = stepType({
  type: "transcode",
  title: "Transcode video",
  description: "Writes a clip anew in another width.",
  group: "media-tools",
  input: z.object({
    sourceUrl: media("video", "The clip to transcode."),
    width: z.number().int().describe("The new width, in pixels; the height follows."),
    containerFormat: z.enum(["mp4", "webM"]).default("mp4").describe("The kind of file."),
    destinationUrl: z.url().nullish().describe("Where to send the result as well."),
  }),
  // The output is the blob itself (facts 1.5 #38).
  output: blobSchema,
});
export type TranscodeInput = z.output<typeof transcode.input>;
