import type { ConvertImageInput } from "#contract/step-inputs/convert-image.ts";
import { convertImage } from "./media/process-image.ts";
import { processPicture } from "./process-picture.ts";
import { stepHandler } from "./step-handler.ts";

export const convertImageHandler = stepHandler<ConvertImageInput>({
  type: "convertImage",
  price: () => ({ base: 1, factors: {} }),
  durationSeconds: () => 1,
  itemCount: () => 1,
  run: async ({ image, output, transforms }, tools) => {
    const processed = await processPicture(image, tools, (bytes) => convertImage(bytes, output, transforms));
    return processed.ok ? { ok: true, output: { blob: processed.blob } } : processed;
  },
});
