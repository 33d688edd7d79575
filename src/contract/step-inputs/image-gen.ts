import { z } from "zod";
import { blobSchema } from "../blob.ts";
import { fluxInput } from "./image-gen/flux.ts";
import { flux2Input } from "./image-gen/flux2.ts";
import { googleInput } from "./image-gen/google.ts";
import { openaiInput } from "./image-gen/openai.ts";
import { sdcppInput } from "./image-gen/sdcpp.ts";
import { seedreamInput } from "./image-gen/seedream.ts";
import { stepType } from "./step-type.ts";

export const imageGen = stepType({
  type: "imageGen",
  title: "Generate image",
  description: "Draws pictures from words, or from words and other pictures, with the engine of your choice.",
  group: "image",
  input: z.discriminatedUnion("engine", [fluxInput, flux2Input, sdcppInput, googleInput, openaiInput, seedreamInput]),
  output: z.object({
    images: z.array(blobSchema),
    errors: z.array(z.string()).nullish().describe("Why some of the pictures were not made."),
  }),
});
export type ImageGenInput = z.output<typeof imageGen.input>;
