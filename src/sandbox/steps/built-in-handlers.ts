import { aceStepAudioHandler } from "./ace-step-audio.ts";
import { chatCompletionHandler } from "./chat-completion.ts";
import { comfyHandler } from "./comfy.ts";
import { convertImageHandler } from "./convert-image.ts";
import { echoHandler } from "./echo.ts";
import { imageBackgroundRemovalHandler } from "./image-background-removal.ts";
import { imageGenHandler } from "./image-gen.ts";
import { imageUpscalerHandler } from "./image-upscaler.ts";
import { mediaHashHandler } from "./media-hash.ts";
import { mediaRatingHandler } from "./media-rating.ts";
import { promptEnhancementHandler } from "./prompt-enhancement.ts";
import type { StepHandler } from "./step-handler.ts";
import { textToImageHandler } from "./text-to-image.ts";
import { textToSpeechHandler } from "./text-to-speech.ts";
import { transcodeHandler } from "./transcode.ts";
import { transcriptionHandler } from "./transcription.ts";
import { videoGenHandler } from "./video-gen.ts";
import { videoUpscalerHandler } from "./video-upscaler.ts";
import { wdTaggingHandler } from "./wd-tagging.ts";

const handlers: readonly StepHandler[] = [
  imageGenHandler,
  textToImageHandler,
  imageUpscalerHandler,
  imageBackgroundRemovalHandler,
  videoGenHandler,
  chatCompletionHandler,
  promptEnhancementHandler,
  echoHandler,
  convertImageHandler,
  transcodeHandler,
  mediaRatingHandler,
  aceStepAudioHandler,
  comfyHandler,
  mediaHashHandler,
  textToSpeechHandler,
  transcriptionHandler,
  videoUpscalerHandler,
  wdTaggingHandler,
];

/** The handlers of the built-in step types, by the type's name on the wire. */
export const builtInHandlers: ReadonlyMap<string, StepHandler> = new Map(
  handlers.map((handler) => [handler.type, handler]),
);
