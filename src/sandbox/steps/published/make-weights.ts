import type { SeededRandom } from "../media/seeded-random.ts";

/** The edge of the one matrix that is in the file: what is trained here is small. */
const rank = 8;

/** A trained model as a safetensors file: the header that tells of its tensors, and two small ones of a LoRA. */
export function makeWeights(random: SeededRandom, metadata: Record<string, string>): Uint8Array {
  const values = Float32Array.from({ length: 2 * rank * rank }, () => random.between(-0.1, 0.1));
  const data = Buffer.from(values.buffer);
  const half = data.length / 2;
  const tensor = (from: number) => ({ dtype: "F32", shape: [rank, rank], data_offsets: [from, from + half] });
  const header = JSON.stringify({
    __metadata__: { format: "pt", ...metadata },
    "lora_unet_sample.lora_down.weight": tensor(0),
    "lora_unet_sample.lora_up.weight": tensor(half),
  });
  // Blanks at the end of the header let the tensors begin at a multiple of eight bytes.
  const padded = Buffer.from(header.padEnd(header.length + ((8 - (Buffer.byteLength(header) % 8)) % 8)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  return new Uint8Array(Buffer.concat([length, padded, data]));
}
