import { z } from "zod";
import { blobSchema } from "../blob.ts";
import { stepType } from "./step-type.ts";
import { klingInput } from "./video-gen/kling.ts";
import { veo3Input } from "./video-gen/veo3.ts";
import { wanInput } from "./video-gen/wan.ts";

export const videoGen = stepType({
  type: "videoGen",
  title: "Generate video",
  description: "Films a short clip from words, or from words and a picture, with the engine of your choice.",
  group: "video",
  input: z.discriminatedUnion("engine", [wanInput, klingInput, veo3Input]),
  output: z.object({ video: blobSchema, additionalVideos: z.array(blobSchema).nullish() }),
});
export type VideoGenInput = z.output<typeof videoGen.input>;
