import { chatCompletion } from "./chat-completion.ts";
import { convertImage } from "./convert-image.ts";
import { echo } from "./echo.ts";
import { imageBackgroundRemoval } from "./image-background-removal.ts";
import { imageGen } from "./image-gen.ts";
import { imageUpscaler } from "./image-upscaler.ts";
import { mediaRating } from "./media-rating.ts";
import { promptEnhancement } from "./prompt-enhancement.ts";
import type { StepType } from "./step-type.ts";
import { textToImage } from "./text-to-image.ts";
import { transcode } from "./transcode.ts";
import { videoGen } from "./video-gen.ts";

/** The step types that the sandbox has built in, in the order of the palette. Source: decisions, "Step types". */
export const stepTypes: readonly StepType[] = [
  imageGen,
  textToImage,
  imageUpscaler,
  imageBackgroundRemoval,
  videoGen,
  chatCompletion,
  promptEnhancement,
  echo,
  convertImage,
  transcode,
  mediaRating,
];

/** The built-in step type of this name. */
export function findStepType(type: string): StepType | undefined {
  return stepTypes.find((known) => known.type === type);
}
