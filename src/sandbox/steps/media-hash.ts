import type { MediaHashInput } from "#contract/step-inputs/media-hash.ts";
import { flatPrice } from "./flat-price.ts";
import { hashPicture } from "./media/picture-hashes.ts";
import { readStill } from "./read-still.ts";
import { stepHandler } from "./step-handler.ts";

export const mediaHashHandler = stepHandler<MediaHashInput>({
  type: "mediaHash",
  // Its price is documented nowhere.
  price: () => flatPrice,
  durationSeconds: () => 1,
  itemCount: () => 1,
  run: async ({ mediaUrl, hashTypes }, tools) => {
    const still = await readStill(mediaUrl, tools);
    if (!still.ok) return still;
    const hashes = hashTypes.map(async (type) => [type, await hashPicture(still.bytes, type)] as const);
    return { ok: true, output: { hashes: Object.fromEntries(await Promise.all(hashes)) } };
  },
});
