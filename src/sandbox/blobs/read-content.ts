import { drawPicture } from "../steps/media/draw-picture.ts";
import { makeClip, posterOf } from "../steps/media/film/clip.ts";
import { makeMusic } from "../steps/media/music/make-music.ts";
import { NotAnImage, thumbnail } from "../steps/media/process-image.ts";
import { makeSpeech } from "../steps/media/speech/make-speech.ts";
import { makeTone } from "../steps/media/tone.ts";
import type { ContentRecipe } from "../steps/step-handler.ts";
import type { BlobBytes, BlobVariant, StoredBlob } from "../store/blob-store.ts";
import type { Store } from "../store/store.ts";

/** The longer edge of a preview, in px. */
const previewEdge = 450;

/** What is being made right now, by store, blob and variant, so that many readers wait for one making. */
const inTheMaking = new WeakMap<Store, Map<string, Promise<BlobBytes | undefined>>>();

/**
 * The bytes of a blob, or of its small copy. What is only a recipe is made at the first reading, and kept.
 * `undefined` when there is no such thing: sound has no small copy, and neither has another program's film.
 */
export function readContent(store: Store, blob: StoredBlob, variant: BlobVariant): Promise<BlobBytes | undefined> {
  const kept = store.blobs.content(blob.id, variant);
  if (kept) return Promise.resolve(kept);
  const makings = inTheMaking.get(store) ?? new Map<string, Promise<BlobBytes | undefined>>();
  inTheMaking.set(store, makings);
  const key = `${variant}:${blob.id}`;
  const running = makings.get(key);
  if (running) return running;
  const making = makeAndKeep(store, blob, variant).finally(() => makings.delete(key));
  makings.set(key, making);
  return making;
}

async function makeAndKeep(store: Store, blob: StoredBlob, variant: BlobVariant): Promise<BlobBytes | undefined> {
  const made = await (variant === "original" ? makeOriginal(blob) : makePreview(store, blob));
  // The blob may have been deleted with its workflow while it was drawn.
  if (made && store.blobs.find(blob.id)) store.blobs.keepContent(blob.id, variant, made);
  return made;
}

async function makeOriginal(blob: StoredBlob): Promise<BlobBytes | undefined> {
  const recipe = recipeOf(blob);
  return recipe && { mediaType: blob.mediaType, bytes: await carryOut(recipe) };
}

async function makePreview(store: Store, blob: StoredBlob): Promise<BlobBytes | undefined> {
  const recipe = recipeOf(blob);
  if (recipe?.maker === "picture") return drawSmall(recipe);
  const original = blob.medium === "audio" ? undefined : await readContent(store, blob, "original");
  if (!original) return undefined;
  if (blob.medium === "video") {
    const poster = await posterOf(original.bytes, previewEdge);
    return poster && { mediaType: "image/jpeg", bytes: poster };
  }
  try {
    const { bytes, mediaType } = await thumbnail(original.bytes, previewEdge);
    return { bytes, mediaType };
  } catch (error) {
    if (error instanceof NotAnImage) return undefined;
    throw error;
  }
}

/** The same picture in another size: a recipe shows the same at every size. */
async function drawSmall(recipe: Extract<ContentRecipe, { maker: "picture" }>): Promise<BlobBytes> {
  const factor = Math.min(1, previewEdge / Math.max(recipe.width, recipe.height));
  const [width, height] = [recipe.width, recipe.height].map((edge) => Math.max(1, Math.round(edge * factor)));
  const bytes = await drawPicture({ ...recipe, width: width ?? 1, height: height ?? 1, format: "webp", quality: 82 });
  return { mediaType: "image/webp", bytes };
}

async function carryOut(recipe: ContentRecipe): Promise<Uint8Array> {
  switch (recipe.maker) {
    case "picture":
      return drawPicture(recipe);
    case "clip":
      return makeClip(recipe);
    case "tone":
      return makeTone(recipe);
    case "speech":
      return makeSpeech(recipe);
    case "music":
      return makeMusic(recipe);
  }
}

/** The words that a blob is made from; `undefined` when its bytes are stored. */
export function wordsOfRecipe(blob: StoredBlob): string | undefined {
  const recipe = recipeOf(blob);
  switch (recipe?.maker) {
    case undefined:
      return undefined;
    case "picture":
    case "clip":
      return recipe.prompt;
    case "tone":
    case "speech":
      return recipe.text;
    case "music":
      return recipe.description;
  }
}

function recipeOf({ recipe }: StoredBlob): ContentRecipe | undefined {
  // The engine stores nothing else in this place.
  return recipe as ContentRecipe | undefined;
}
