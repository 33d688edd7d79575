import * as z from "zod/mini";
import { ratingSchema } from "./mature.ts";

const instant = z.string();

/** What a file is to a person. */
export const mediumSchema = z.enum(["image", "video", "audio", "model3d"]);
export type Medium = z.output<typeof mediumSchema>;

/**
 * A file made by a step or uploaded by a person. Without `url` it can't be shown: not produced yet, withheld, blocked,
 * or hidden by `hideMatureContent`. Hosted servers omit `type` where the property says it. Source: facts 2.3.
 */
export const blobSchema = z.looseObject({
  type: z.nullish(mediumSchema),
  id: z.string(),
  available: z.boolean(),
  url: z.nullish(z.string()),
  urlExpiresAt: z.nullish(instant),
  jobId: z.nullish(z.string()),
  nsfwLevel: z.nullish(ratingSchema),
  blockedReason: z.nullish(z.string()),
  width: z.nullish(z.int()),
  height: z.nullish(z.int()),
  previewUrl: z.nullish(z.string()),
  previewUrlExpiresAt: z.nullish(instant),
  duration: z.nullish(z.number()),
  format: z.nullish(z.string()),
});
export type Blob = z.output<typeof blobSchema>;

/** Where to send the bytes of an upload: POST them raw, without a bearer, before `expiresAt`. */
export const uploadTicketSchema = z.looseObject({ uploadUrl: z.string(), expiresAt: instant });
export type UploadTicket = z.output<typeof uploadTicketSchema>;

const blobKeys: Record<string, Medium> = {
  image: "image",
  images: "image",
  thumbnail: "image",
  frames: "image",
  sampleImages: "image",
  video: "video",
  additionalVideos: "video",
  videoBlob: "video",
  audio: "audio",
  audioBlob: "audio",
  model: "model3d",
};
const mediumOfExtension: [RegExp, Medium][] = [
  [/\.(jpe?g|png|webp|gif|avif|svg)$/i, "image"],
  [/\.(mp4|webm|mov|m4v)$/i, "video"],
  [/\.(wav|mp3|flac|ogg|m4a)$/i, "audio"],
  [/\.(glb|fbx|obj|usdz)$/i, "model3d"],
];

/** A blob found in a step's output, with the path at which it sits, such as `images[0]`. */
export type PlacedBlob = { path: string; medium: Medium | undefined; blob: Blob };

/** Whether a file is none of the media by the name it has, such as an archive or a trained model. */
export function isOtherFile(id: string): boolean {
  return /\.[a-z]\w{1,15}$/i.test(id) && !mediumOfExtension.some(([pattern]) => pattern.test(id));
}

/**
 * Every blob of a step's output, in reading order. The medium is the blob's `type`, else told by the extension of its
 * id, else by the property that holds it (facts 1.5 #15); `undefined` when none says. An output that is itself a blob
 * (transcode) has the path "". A blob that stands under two names (aceStepAudio) is found once, under the first.
 */
export function blobsOf(output: unknown): PlacedBlob[] {
  const found: PlacedBlob[] = [];
  collect(output, "", undefined, found);
  return found;
}

function collect(value: unknown, path: string, key: string | undefined, found: PlacedBlob[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, `${path}[${index}]`, key, found);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const blob = blobSchema.safeParse(value);
  if (blob.success) {
    if (found.some((placed) => placed.blob.id === blob.data.id)) return;
    found.push({ path, medium: mediumOf(blob.data, key), blob: blob.data });
    return;
  }
  for (const [name, item] of Object.entries(value)) collect(item, path === "" ? name : `${path}.${name}`, name, found);
}

function mediumOf(blob: Blob, key: string | undefined): Medium | undefined {
  if (blob.type) return blob.type;
  const byExtension = mediumOfExtension.find(([pattern]) => pattern.test(blob.id))?.[1];
  return byExtension ?? (key === undefined || isOtherFile(blob.id) ? undefined : blobKeys[key]);
}
