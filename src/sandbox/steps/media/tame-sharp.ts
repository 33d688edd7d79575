import sharp from "sharp";

/**
 * Have pictures made on one thread each and nothing of them kept: several are made side by side anyhow, and the processor
 * is also needed for answers. The cache of operations never helps here, because no picture is made twice from the same
 * memory.
 */
export function tameSharp(): void {
  sharp.concurrency(1);
  sharp.cache(false);
}
