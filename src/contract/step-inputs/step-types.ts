import { aceStepAudio } from "./ace-step-audio.ts";
import { chatCompletion } from "./chat-completion.ts";
import { comfy } from "./comfy.ts";
import { convertImage } from "./convert-image.ts";
import { echo } from "./echo.ts";
import { imageBackgroundRemoval } from "./image-background-removal.ts";
import { imageGen } from "./image-gen.ts";
import { imageUpscaler } from "./image-upscaler.ts";
import { mediaHash } from "./media-hash.ts";
import { mediaRating } from "./media-rating.ts";
import { promptEnhancement } from "./prompt-enhancement.ts";
import type { StepType } from "./step-type.ts";
import { textToImage } from "./text-to-image.ts";
import { textToSpeech } from "./text-to-speech.ts";
import { transcode } from "./transcode.ts";
import { transcription } from "./transcription.ts";
import { videoGen } from "./video-gen.ts";
import { videoUpscaler } from "./video-upscaler.ts";
import { wdTagging } from "./wd-tagging.ts";

/** The step types that the sandbox has built in, in the order of the palette. Source: decisions, "Step types". */
export const stepTypes: readonly StepType[] = [
  imageGen,
  textToImage,
  imageUpscaler,
  imageBackgroundRemoval,
  comfy,
  videoGen,
  videoUpscaler,
  textToSpeech,
  transcription,
  aceStepAudio,
  chatCompletion,
  promptEnhancement,
  echo,
  convertImage,
  transcode,
  mediaHash,
  mediaRating,
  wdTagging,
];

/** The built-in step type of this name. */
export function findStepType(type: string): StepType | undefined {
  return stepTypes.find((known) => known.type === type);
}
