import type { ImageGenInput } from "#contract/step-inputs/image-gen.ts";
import { imageGenPrice } from "./image-gen-price.ts";
import { pictureCount, pictureSize, sourcesOf } from "./image-gen-size.ts";
import { lookOf } from "./look.ts";
import { makePictures } from "./make-pictures.ts";
import { stepHandler } from "./step-handler.ts";

/** How far an edit departs from its source; only variants say it themselves. */
const editStrength = 0.6;

export const imageGenHandler = stepHandler<ImageGenInput>({
  type: "imageGen",
  price: imageGenPrice,
  durationSeconds: () => 4,
  itemCount: pictureCount,
  run: async (input, tools) => {
    const [source] = sourcesOf(input);
    const images = await makePictures(
      {
        prompt: input.prompt,
        look: lookOf(input),
        seed: "seed" in input ? input.seed : undefined,
        format: input.outputFormat,
        size: pictureSize(input),
        source:
          source === undefined
            ? undefined
            : { url: source, strength: "strength" in input ? input.strength : editStrength },
      },
      tools,
    );
    const lost = pictureCount(input) - images.length;
    return { ok: true, output: lost > 0 ? { images, errors: [errorOf(lost, pictureCount(input))] } : { images } };
  },
});

function errorOf(lost: number, asked: number): string {
  return `${lost} of ${asked} images could not be made.`;
}
