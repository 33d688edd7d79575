import { describe, expect, it } from "vitest";
import { checkStepInput } from "./check-step-input.ts";
import { findStepType } from "./step-types.ts";

const edit = { engine: "openai", model: "gpt-image-1", operation: "editImage", prompt: "a cat" };
const variant = {
  engine: "sdcpp",
  ecosystem: "sdxl",
  operation: "createVariant",
  model: "urn:air:sdxl:checkpoint:civitai:101055@128078",
  prompt: "a cat",
};
const chat = (url: unknown) => ({
  model: "openai/gpt-4o-mini",
  messages: [{ role: "user", content: [{ type: "image_url", image_url: { url } }] }],
});

/** An input of each kind that takes a file, and the path at which it does. */
const inputs: readonly [string, string, (source: unknown) => unknown][] = [
  ["imageUpscaler", "image", (image) => ({ image })],
  ["imageBackgroundRemoval", "image", (image) => ({ image })],
  ["convertImage", "image", (image) => ({ image, output: { format: "png" } })],
  ["mediaRating", "image", (image) => ({ image })],
  ["mediaHash", "mediaUrl", (mediaUrl) => ({ mediaUrl, hashTypes: ["perceptual"] })],
  ["wdTagging", "mediaUrl", (mediaUrl) => ({ mediaUrl })],
  ["transcription", "mediaUrl", (mediaUrl) => ({ mediaUrl })],
  ["transcode", "sourceUrl", (sourceUrl) => ({ sourceUrl, width: 640 })],
  ["videoUpscaler", "video", (video) => ({ video })],
  ["textToImage", "sourceImage", (sourceImage) => ({ sourceImage, prompt: "a cat" })],
  ["imageGen", "images[0]", (image) => ({ ...edit, images: [image] })],
  ["imageGen", "image", (image) => ({ ...variant, image })],
  ["videoGen", "sourceImage", (sourceImage) => ({ engine: "kling", prompt: "a cat", sourceImage })],
  ["promptEnhancement", "images[0]", (image) => ({ ecosystem: "flux1", prompt: "a cat", images: [image] })],
  ["chatCompletion", "messages[0].content[0].image_url.url", chat],
];

function errorsOf(type: string, input: unknown): string[] {
  const schema = findStepType(type)?.input;
  if (!schema) throw new Error(`There is no step type "${type}".`);
  const checked = checkStepInput(schema, input);
  return checked.ok ? [] : Object.keys(checked.errors);
}

describe("a file that an input names", () => {
  it.each(inputs)(
    "of %s is refused as %s where the text is blank, and taken where it is not",
    (type, path, inputOf) => {
      expect(errorsOf(type, inputOf("https://example.test/file"))).toEqual([]);
      expect(errorsOf(type, inputOf({ $ref: "before", path: "output.url" }))).toEqual([]);
      expect(errorsOf(type, inputOf(""))).toEqual([path]);
      expect(errorsOf(type, inputOf(" "))).toEqual([path]);
    },
  );
});
