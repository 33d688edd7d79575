import type { TextToImageInput } from "#contract/step-inputs/text-to-image.ts";
import { flatPrice } from "./flat-price.ts";
import { known } from "./known.ts";
import { lookOf } from "./look.ts";
import { makePictures } from "./make-pictures.ts";
import { stepHandler } from "./step-handler.ts";

export const textToImageHandler = stepHandler<TextToImageInput>({
  type: "textToImage",
  // Its price is documented nowhere.
  price: () => flatPrice,
  durationSeconds: () => 4,
  itemCount: ({ quantity, batchSize }) => known(quantity, 1) * known(batchSize, 1),
  run: async (input, tools) => {
    const { prompt, seed, outputFormat, width, height, sourceImage, sourceImageDenoiseStrenght } = input;
    const images = await makePictures(
      {
        prompt,
        look: lookOf(input),
        seed,
        format: outputFormat,
        size: { width, height },
        source: sourceImage ? { url: sourceImage, strength: sourceImageDenoiseStrenght } : undefined,
      },
      tools,
    );
    return { ok: true, output: { images } };
  },
});
