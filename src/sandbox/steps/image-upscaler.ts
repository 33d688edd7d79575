import type { ImageUpscalerInput } from "#contract/step-inputs/image-upscaler.ts";
import { known } from "./known.ts";
import { upscaleImage } from "./media/process-image.ts";
import { megapixelsOf } from "./megapixels.ts";
import { processPicture } from "./process-picture.ts";
import { stepHandler } from "./step-handler.ts";

export const imageUpscalerHandler = stepHandler<ImageUpscalerInput>({
  type: "imageUpscaler",
  price: async ({ image, numberOfRepeats }, tools) => ({
    base: Math.max(1, Math.ceil(await megapixelsOf(image, tools))),
    factors: { repeats: 2 ** known(numberOfRepeats, 1) },
  }),
  durationSeconds: () => 1,
  itemCount: () => 1,
  run: async ({ image, numberOfRepeats }, tools) => {
    const processed = await processPicture(image, tools, (bytes) => upscaleImage(bytes, numberOfRepeats));
    return processed.ok ? { ok: true, output: { blob: processed.blob } } : processed;
  },
});
