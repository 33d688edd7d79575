import type { ImageBackgroundRemovalInput } from "#contract/step-inputs/image-background-removal.ts";
import { removeBackground } from "./media/remove-background.ts";
import { megapixelsOf } from "./megapixels.ts";
import { processPicture } from "./process-picture.ts";
import { stepHandler } from "./step-handler.ts";

export const imageBackgroundRemovalHandler = stepHandler<ImageBackgroundRemovalInput>({
  type: "imageBackgroundRemoval",
  price: async ({ image }, tools) => ({
    base: Math.max(1, Math.round(((4.7 + 0.6 * (await megapixelsOf(image, tools))) * 10) / 8)),
    factors: {},
  }),
  durationSeconds: () => 1,
  itemCount: () => 1,
  run: async ({ image, format }, tools) => {
    const processed = await processPicture(image, tools, (bytes) => removeBackground(bytes, format));
    return processed.ok ? { ok: true, output: { image: processed.blob } } : processed;
  },
});
