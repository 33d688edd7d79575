import type { MediaFacts, PriceTools } from "./step-handler.ts";

/** The size of an area in megapixels: millions of pixels. */
export function megapixels(width: number, height: number): number {
  return (width * height) / 1_000_000;
}

/** The size of an input picture in megapixels; 1 while it is unknown. Source: decisions, "Step types". */
export async function megapixelsOf(source: unknown, tools: PriceTools): Promise<number> {
  const { width, height }: MediaFacts = (await tools.mediaFacts(source)) ?? {};
  return width === undefined || height === undefined ? 1 : megapixels(width, height);
}
