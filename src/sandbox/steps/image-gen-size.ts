import type { ImageGenInput } from "#contract/step-inputs/image-gen.ts";
import { known } from "./known.ts";

export type PixelSize = { width: number; height: number };

/** How many pictures the input asks for; engines name it differently. */
export function pictureCount(input: ImageGenInput): number {
  if ("numImages" in input) return known(input.numImages, 1);
  return "quantity" in input ? known(input.quantity, 1) : 1;
}

/** The width and height of the pictures in pixels; `undefined` when they are to be as the source's. */
export function pictureSize(input: ImageGenInput): PixelSize | undefined {
  if ("aspectRatio" in input) {
    return sizeOfRatio(input.aspectRatio, 1024 * Number.parseInt("resolution" in input ? input.resolution : "1K", 10));
  }
  if ("size" in input) return input.size === "auto" ? undefined : sizeOfText(input.size);
  return input.width === null || input.height === null ? undefined : { width: input.width, height: input.height };
}

/** The pictures that the input starts from, the main one first. */
export function sourcesOf(input: ImageGenInput): string[] {
  if ("image" in input) return [input.image];
  return "images" in input ? (input.images ?? []) : [];
}

/**
 * The size with a ratio such as `16:9` and the area of a square of so many pixels, to the next 32 pixels, as image
 * models want it.
 */
export function sizeOfRatio(ratio: string, squareEdge: number): PixelSize {
  const [across = 1, down = 1] = ratio.split(":").map(Number);
  const snap = (pixels: number) => Math.round(pixels / 32) * 32;
  return { width: snap(squareEdge * Math.sqrt(across / down)), height: snap(squareEdge * Math.sqrt(down / across)) };
}

function sizeOfText(size: string): PixelSize {
  const [width = 1024, height = 1024] = size.split("x").map(Number);
  return { width, height };
}
