import type { Medium } from "../blob.ts";
import type { StepGroup } from "../step-inputs/step-type.ts";
import type { Control } from "./catalogue.ts";

/*
 * The thin layer over the documents: what they don't say and a person wants. By name and format of a field, never by
 * step type (but for the palette's groups, which no document knows).
 */

const groups: [RegExp, StepGroup][] = [
  [/training/i, "training"],
  [/moderation|rating|classification|scan|tagging|xGuard/i, "moderation"],
  [/poly|3d/i, "3d"],
  [
    /^(blobArchive|imageUpload|mediaHash|modelHash|modelParse|videoMetadata|transcode|composeMedia|convertImage|comfyNodepack|videoFrame)/,
    "media-tools",
  ],
  [/speech|audio|music|transcription/i, "audio"],
  [/^(chat|prompt|echo|mediaCaptioning)/, "text"],
  [/video/i, "video"],
];

/** The palette's group of a step type. */
export function groupOf(type: string): StepGroup {
  return groups.find(([pattern]) => pattern.test(type))?.[1] ?? "image";
}

const promptNames =
  /^(prompt|negativePrompt|text|lyrics|musicDescription|caption|instruction|instruct|message|content|systemPrompt)$/;
const mediaNames: [RegExp, Medium][] = [
  [/video/i, "video"],
  [/audio/i, "audio"],
  [/^(image|images|mask|maskImage|controlImage|.*Image|.*Images|frames?)$/, "image"],
  [/^(sourceUrl|mediaUrl|media)$/, "video"],
];
const airNames = /^(model|.*Model|vaeModel|air|resource|resources|embeddings)$/;

/** The control for a field by its name, format and bounds. */
export function controlOf(name: string, kind: string, format: string | undefined, hasValues: boolean): Control {
  if (kind === "number")
    return name === "seed" ? "seed" : name === "width" ? "width" : name === "height" ? "height" : "plain";
  if (kind !== "text" || hasValues) return "plain";
  if (format === "prompt" || promptNames.test(name)) return "prompt";
  if (format === "media" || mediumOf(name, format)) return "media";
  if (format === "air" || (format === undefined && airNames.test(name))) return "air";
  return "plain";
}

/** The medium that a text field wants the address of; `undefined` when it is no media field. */
export function mediumOf(name: string, format: string | undefined): Medium | undefined {
  if (format !== undefined && format !== "uri" && format !== "media") return undefined;
  return mediaNames.find(([pattern]) => pattern.test(name))?.[1];
}

/** Fields that are shown at once wherever they are, in this order; others stand below or under "More". */
export const mainFields = [
  "prompt",
  "negativePrompt",
  "messages",
  "text",
  "speaker",
  "musicDescription",
  "lyrics",
  "message",
  "image",
  "images",
  "sourceImage",
  "startImage",
  "video",
  "videoUrl",
  "sourceUrl",
  "mediaUrl",
  "model",
  "aspectRatio",
  "resolution",
  "size",
  "width",
  "height",
  "duration",
  "quantity",
  "numImages",
  "steps",
  "seed",
  "loras",
  "numberOfRepeats",
  "scaleFactor",
  "hashTypes",
  "comfyWorkflow",
  "transforms",
  "output",
] as const;

/** Fields whose published maximum the guide's own examples exceed: the guide is the higher authority. */
export const guideExceeds: ReadonlySet<string> = new Set(["cannyLowThreshold", "cannyHighThreshold"]);

/** Lists of which the document says in words alone how many items they have: with none there is nothing to work on. */
export const lengthsInWords: Readonly<Record<string, { minItems: number; maxItems?: number }>> = {
  elements: { minItems: 1 },
  entries: { minItems: 1, maxItems: 1000 },
};

/** Whether a list that is asked for holds what the work is made from: it can't be left to the server. */
export function isMaterial(name: string): boolean {
  return name in lengthsInWords || /^(images|keyframes)$/.test(name);
}

/** Whether the field names a model beside the main one, such as `vaeModel`: listed as required, and left out in the guide. */
export function isCompanionModel(name: string): boolean {
  return /^(vae|clip|t5)\w*Model$/i.test(name);
}

/** Whether the field is sent although the document calls it read only: by its `type` a part of a message tells what it is. */
export function isWrittenAllTheSame(name: string): boolean {
  return name === "type";
}
