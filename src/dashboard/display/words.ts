import type { AccountType } from "#contract/currency.ts";
import type { Rating } from "#contract/mature.ts";
import type { Status } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";

/*
 * The words for what the wire says in codes. Sentence case; no raw code without its meaning.
 */

const statusWords: Record<Status, string> = {
  unassigned: "Waiting",
  preparing: "Preparing",
  scheduled: "Scheduled",
  processing: "Processing",
  succeeded: "Succeeded",
  failed: "Failed",
  expired: "Expired",
  canceled: "Canceled",
};

/** What a workflow is called: its name, else the end of its id, which tells workflows of the same minute apart. */
export function workflowName({ metadata, id }: Pick<Workflow, "metadata" | "id">): string {
  const name = metadata?.name;
  return typeof name === "string" && name.trim() !== "" ? name : shortId(id);
}

/** The end of an id. */
export function shortId(id: string | null | undefined): string {
  if (!id) return "no id";
  return id.length <= 14 ? id : `…${id.slice(-10)}`;
}

/** A status as a word. */
export function statusWord(status: Status): string {
  return statusWords[status];
}

/** A currency as a word: "Blue". */
export function currencyName(currency: AccountType): string {
  return currency === "fakeRed" ? "Red" : currency.charAt(0).toUpperCase() + currency.slice(1);
}

const acronyms: Record<string, string> = {
  "3d": "3D",
  svg: "SVG",
  ai: "AI",
  wd: "WD",
  ocr: "OCR",
  nsfw: "NSFW",
  gen: "generation",
};
const knownTypes: Record<string, string> = {
  imageGen: "Image",
  textToImage: "Text to image",
  videoGen: "Video",
  imageUpscaler: "Upscale",
  convertImage: "Convert",
  imageBackgroundRemoval: "Remove background",
  chatCompletion: "Chat",
  promptEnhancement: "Enhance prompt",
  transcode: "Transcode",
  mediaRating: "Rate",
  aceStepAudio: "Music",
  comfy: "ComfyUI",
  mediaHash: "Hash",
  textToSpeech: "Speech",
  videoUpscaler: "Upscale video",
  wdTagging: "Tag",
};

/** A step type as short words: "Upscale", "Video frame extraction". */
export function stepTypeName(type: string): string {
  return knownTypes[type] ?? humanise(type);
}

/** A camelCase name as words in sentence case. */
export function humanise(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[\s_-]+/)
    .map((word) => acronyms[word.toLowerCase()] ?? word.toLowerCase())
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const ratingWords: Record<Rating, string> = { pg: "PG", pg13: "PG-13", r: "R", x: "X", xxx: "XXX", na: "Unrated" };

/** A rating as people write it. */
export function ratingWord(rating: Rating | null | undefined): string {
  return rating ? ratingWords[rating] : "Unrated";
}

/** A reason for blocking as words; an unknown one as it stands. */
export function reasonWords(reason: string | null | undefined): string {
  const known: Record<string, string> = {
    maturecontent: "Mature content",
    nsfwlevel: "Mature content",
    none: "No reason given",
    "": "No reason given",
  };
  return known[(reason ?? "").toLowerCase()] ?? humanise(reason ?? "");
}

/** A whole or broken number of Buzz, to two places, with thin spaces between thousands. */
export function buzzNumber(amount: number): string {
  const rounded = (Math.sign(amount) * Math.round(Math.abs(amount) * 100)) / 100;
  return String(rounded).replace(thousands, "\u202f");
}

/** How many of something there are: "100,000". */
export function countNumber(count: number): string {
  return String(count).replace(thousands, ",");
}

/** How many of something there are, with its name: "1 workflow", "2,003 workflows". */
export function countOf(count: number, name: string): string {
  return `${countNumber(count)} ${count === 1 ? name : `${name}s`}`;
}

// By hand, for at most two places: the first formatter of the browser takes longer than drawing the first rows of the list.
const thousands = /\B(?=(?:\d{3})+(?!\d))/g;

/** The same with a true minus sign, for what may be below zero. */
export function sayBuzz(amount: number): string {
  return buzzNumber(amount).replace("-", "\u2212");
}
