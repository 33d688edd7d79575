import { describe, expect, it } from "vitest";
import { checkStepInput } from "#contract/step-inputs/check-step-input.ts";
import { findStepType } from "#contract/step-inputs/step-types.ts";
import { builtInHandlers } from "./built-in-handlers.ts";
import { priceTotal } from "./price-total.ts";
import type { MediaFacts } from "./step-handler.ts";

const checkpoint = "urn:air:sdxl:checkpoint:civitai:101055@128078";
const picture = "https://example.test/cat.png";
const reference = { $ref: "$0", path: "output.images[0].url" };

/** The step's price before tips, from an input as a request has it. */
async function priceOf(type: string, input: unknown, facts?: MediaFacts): Promise<number> {
  const handler = builtInHandlers.get(type);
  const schema = findStepType(type)?.input;
  const checked = schema && checkStepInput(schema, input);
  if (!handler || !checked?.ok) throw new Error(`${type} does not take ${JSON.stringify(checked)}`);
  return priceTotal(await handler.price(checked.input, { mediaFacts: async () => facts }));
}

describe("the documented prices", () => {
  const sdxl = { engine: "sdcpp", ecosystem: "sdxl", operation: "createImage", model: checkpoint, prompt: "a cat" };
  const klein = { engine: "flux2", model: "klein", operation: "createImage", prompt: "a cat" };
  const dev = { engine: "flux2", model: "dev", operation: "createImage", prompt: "a cat" };
  const banana = { engine: "google", model: "nano-banana-2", prompt: "a cat" };
  const bananaPro = { engine: "google", model: "nano-banana-pro", prompt: "a cat" };
  const openai = { engine: "openai", operation: "createImage", prompt: "a cat" };
  const seedream = { engine: "seedream", prompt: "a cat" };
  it.each([
    ["flux, one", { engine: "flux", prompt: "a cat" }, 10],
    ["flux, three", { engine: "flux", prompt: "a cat", quantity: 3 }, 30],
    ["sdxl, one", sdxl, 8],
    ["sdxl, four", { ...sdxl, quantity: 4 }, 32],
    ["sdxl, 25 steps", { ...sdxl, steps: 25 }, 10],
    ["sdxl, 1536 x 640 in 25 steps: 9.375 rounded up", { ...sdxl, width: 1536, height: 640, steps: 25 }, 10],
    ["sd1", { ...sdxl, ecosystem: "sd1" }, 4],
    [
      "sd1 variant of 512 x 768",
      { ...sdxl, ecosystem: "sd1", operation: "createVariant", image: picture, height: 768 },
      6,
    ],
    ["klein 4b, 20 steps", klein, 12],
    ["klein 9b, 24 steps", { ...klein, modelVersion: "9b", steps: 24 }, 24],
    ["klein 4b, guidance 1", { ...klein, cfgScale: 1 }, 6],
    ["klein 4b, 4 steps, guidance 1: 1.2 rounded up", { ...klein, cfgScale: 1, steps: 4 }, 2],
    ["klein edit of two", { ...klein, operation: "editImage", images: [picture, picture] }, 36],
    ["flux 2 dev", dev, 40],
    ["flux 2 dev with a LoRA", { ...dev, loras: [{ air: "urn:air:flux2:lora:civitai:1@2" }] }, 80],
    ["imagen 4", { engine: "google", model: "imagen4", prompt: "a cat" }, 40],
    ["nano banana 2, 1K", banana, 104],
    ["nano banana 2, 2K", { ...banana, resolution: "2K" }, 156],
    ["nano banana 2, 4K", { ...banana, resolution: "4K" }, 208],
    ["nano banana 2, two", { ...banana, numImages: 2 }, 208],
    ["nano banana 2 with a search", { ...banana, enableWebSearch: true }, 124],
    ["nano banana 2 with both searches", { ...banana, enableWebSearch: true, enableGoogleSearch: true }, 144],
    ["nano banana pro, 1K", bananaPro, 160],
    ["nano banana pro, 2K", { ...bananaPro, resolution: "2K" }, 230],
    ["nano banana pro, 4K", { ...bananaPro, resolution: "4K" }, 320],
    ["nano banana pro with images", { ...bananaPro, images: [picture] }, 180],
    ["nano banana lite", { ...banana, model: "nano-banana-2-lite" }, 44],
    ["gpt-image-2", { ...openai, model: "gpt-image-2" }, 286],
    ["gpt-image-1.5 low", { ...openai, model: "gpt-image-1.5", quality: "low" }, 25],
    ["gpt-image-1.5 medium", { ...openai, model: "gpt-image-1.5", quality: "medium" }, 100],
    ["gpt-image-1.5 high", { ...openai, model: "gpt-image-1.5" }, 375],
    ["dall-e-3", { ...openai, model: "dall-e-3", size: "1024x1024" }, 300],
    ["dall-e-2, two", { ...openai, model: "dall-e-2", size: "512x512", quantity: 2 }, 600],
    ["seedream v4.5", { ...seedream, version: "v4.5" }, 60],
    ["seedream v5.0-lite", { ...seedream, version: "v5.0-lite" }, 52],
    ["seedream v3", { ...seedream, version: "v3" }, 40],
    ["seedream v4, three", { ...seedream, version: "v4", quantity: 3 }, 120],
  ])("imageGen: %s", async (_, input, buzz) => {
    expect(await priceOf("imageGen", input)).toBe(buzz);
  });

  const wan = (version: string, resolution: string, duration = 5) => ({
    ...{ engine: "wan", version, operation: "text-to-video", prompt: "waves", resolution, duration },
  });
  const veo = { engine: "veo3", prompt: "waves", generateAudio: true };
  const kling = { engine: "kling", prompt: "waves" };
  it.each([
    ["wan 2.7, 5 s", wan("v2.7", "1080p"), 650],
    ["wan 2.6, 5 s in 720p", wan("v2.6", "720p"), 650],
    ["wan 2.6, 5 s in 1080p", wan("v2.6", "1080p"), 975],
    ["wan 2.5, 5 s in 480p", wan("v2.5", "480p"), 500],
    ["wan 2.5, 5 s in 720p", wan("v2.5", "720p"), 1000],
    ["wan 2.5, 10 s in 1080p", wan("v2.5", "1080p", 10), 3000],
    ["veo3, 8 s", veo, 3333],
    ["veo3, 8 s fast", { ...veo, mode: "fast" }, 2000],
    ["veo3, 8 s fast, as older clients say it", { ...veo, fastMode: true }, 2000],
    ["veo3, 8 s lite", { ...veo, mode: "lite" }, 1000],
    ["veo3, 4 s", { ...veo, duration: 4 }, 1667],
    ["veo3, 4 s fast", { ...veo, duration: 4, mode: "fast" }, 1000],
    ["veo3, 4 s lite", { ...veo, duration: 4, mode: "lite" }, 500],
    ["veo3, 6 s", { ...veo, duration: 6 }, 2500],
    ["veo3, 8 s without sound: 2233.11 rounded up", { ...veo, generateAudio: false }, 2234],
    ["kling 1.6, 5 s standard", { ...kling, model: "v1.6" }, 600],
    ["kling 1.6, 5 s professional", { ...kling, model: "v1.6", mode: "professional" }, 1050],
    ["kling 1.6, 10 s", { ...kling, model: "v1.6", duration: "10" }, 1200],
    ["kling 2.5 turbo, 5 s", { ...kling, model: "v2.5-turbo" }, 600],
  ])("videoGen: %s", async (_, input, buzz) => {
    expect(await priceOf("videoGen", input)).toBe(buzz);
  });

  it.each([
    [512, 512, 1, 2],
    [1024, 1024, 1, 4],
    [2048, 2048, 1, 10],
    [1024, 1024, 3, 16],
  ])("imageUpscaler: %i x %i, %i times: %i", async (width, height, numberOfRepeats, buzz) => {
    expect(await priceOf("imageUpscaler", { image: picture, numberOfRepeats }, { width, height })).toBe(buzz);
  });

  it.each([
    [512, 768, 6],
    [1024, 1024, 7],
    [4096, 4096, 18],
  ])("imageBackgroundRemoval: %i x %i: %i", async (width, height, buzz) => {
    expect(await priceOf("imageBackgroundRemoval", { image: picture }, { width, height })).toBe(buzz);
  });

  it.each([
    ["convertImage", { image: picture, output: { format: "png" } }, 1],
    ["promptEnhancement", { ecosystem: "sdxl", prompt: "a cat" }, 1],
  ])("%s", async (type, input, buzz) => {
    expect(await priceOf(type, input)).toBe(buzz);
  });

  const sentence = "x".repeat(500);
  it.each([
    ["60 letters", { text: "x".repeat(60) }, 1],
    ["500 letters", { text: sentence }, 5],
    ["500 letters by a speaker", { text: sentence, speaker: "ryan" }, 13],
    ["501 letters by a speaker: 15.6 rounded up", { text: `${sentence}x`, speaker: "ryan" }, 16],
    ["a text that is not known yet", { text: reference }, 1],
  ])("textToSpeech: %s", async (_, input, buzz) => {
    expect(await priceOf("textToSpeech", { engine: "custom", ...input })).toBe(buzz);
  });

  it.each([
    [30, 1],
    [31, 2],
    [300, 10],
    [3600, 120],
    [undefined, 1],
  ])("transcription: %s s: %i", async (seconds, buzz) => {
    expect(await priceOf("transcription", { mediaUrl: picture }, seconds === undefined ? undefined : { seconds })).toBe(
      buzz,
    );
  });

  it.each([
    [30, 4],
    [60, 7],
    [70, 8],
    [180, 19],
    [12.5, 3],
    [undefined, 7],
  ])("aceStepAudio: %s s: %i", async (duration, buzz) => {
    expect(await priceOf("aceStepAudio", { musicDescription: "folk", lyrics: "", duration })).toBe(buzz);
  });

  it.each([
    ["5 s of 720p: low tens", { width: 1280, height: 720, seconds: 5 }, 2, 26],
    ["10 s of 1080p: low hundreds", { width: 1920, height: 1080, seconds: 10 }, 2, 221],
    ["a moment of few px: at least 1", { width: 16, height: 16, seconds: 0.1 }, 2, 1],
    ["1 megapixel and 5 s where nothing is known", undefined, 2, 28],
    ["four times as large", { width: 320, height: 180, seconds: 1 }, 4, 1],
  ])("videoUpscaler: %s", async (_, facts, scaleFactor, buzz) => {
    expect(await priceOf("videoUpscaler", { video: picture, scaleFactor }, facts)).toBe(buzz);
  });

  const chat = (model: string, more = {}) => ({ model, messages: [{ role: "user", content: "Hello there" }], ...more });
  it.each([
    ["gpt-4o-mini costs the least", chat("openai/gpt-4o-mini"), 1, 1],
    ["gpt-4o costs 2 to 15", chat("openai/gpt-4o"), 2, 15],
    ["gpt-4o with a short answer", chat("openai/gpt-4o", { maxTokens: 300 }), 2, 15],
    ["three answers of gpt-4o cost three times as much", chat("openai/gpt-4o", { n: 3, maxTokens: 1000 }), 39, 40],
    ["the guide's model", chat("openai/gpt-oss-120b"), 1, 1],
  ])("chatCompletion: %s", async (_, input, least, most) => {
    const buzz = await priceOf("chatCompletion", input);
    expect([buzz >= least, buzz <= most, buzz]).toEqual([true, true, buzz]);
  });
});

describe("what has no documented price", () => {
  it.each([
    ["echo", { message: "hello" }],
    ["textToImage", { prompt: "a cat", quantity: 4 }],
    ["transcode", { sourceUrl: picture, width: 320 }],
    ["mediaRating", { image: picture }],
    ["mediaHash", { mediaUrl: picture, hashTypes: ["perceptual"] }],
    ["wdTagging", { mediaUrl: picture }],
    ["comfy", { comfyWorkflow: {}, quantity: 3 }],
    ["imageGen", { engine: "seedream", version: "v5.0-pro", prompt: "a cat" }],
    ["imageGen", { engine: "flux2", model: "max", operation: "createImage", prompt: "a cat" }],
    ["imageGen", { engine: "openai", model: "gpt-image-1", operation: "createImage", prompt: "a cat" }],
    ["videoGen", { engine: "wan", prompt: "waves" }],
    ["videoGen", { engine: "kling", model: "v2", prompt: "waves" }],
  ])("costs 10: %s %o", async (type, input) => {
    expect(await priceOf(type, input)).toBe(10);
  });
});

describe("what is not known yet", () => {
  it("counts media of unknown size as 1 megapixel", async () => {
    expect(await priceOf("imageUpscaler", { image: reference })).toBe(2);
    expect(await priceOf("imageBackgroundRemoval", { image: reference })).toBe(7);
  });

  it("is priced as usual where a reference stands for a number", async () => {
    const sdxl = { engine: "sdcpp", ecosystem: "sdxl", operation: "createImage", model: checkpoint, prompt: "a cat" };
    expect(await priceOf("imageGen", { ...sdxl, width: reference, steps: reference, quantity: reference })).toBe(8);
    expect(await priceOf("videoGen", { engine: "veo3", prompt: "waves", duration: reference, mode: reference })).toBe(
      2234,
    );
  });

  it("costs 10 where a reference stands for the engine or the model", async () => {
    expect(await priceOf("imageGen", { engine: reference, prompt: "a cat" })).toBe(10);
    const flux2 = { engine: "flux2", model: reference, operation: "createImage", prompt: "a cat" };
    expect(await priceOf("imageGen", flux2)).toBe(10);
  });

  it("counts a reference among the pictures of an edit as one", async () => {
    const edit = { engine: "flux2", model: "klein", operation: "editImage", prompt: "snow" };
    expect(await priceOf("imageGen", { ...edit, images: [reference] })).toBe(24);
    expect(await priceOf("imageGen", { ...edit, images: reference })).toBe(24);
  });
});

describe("priceTotal", () => {
  it("forgives what floating-point numbers are off by", () => {
    expect(priceTotal({ base: 10, factors: { one: 0.1, three: 3 } })).toBe(3);
  });

  it("adds what is fixed after rounding up", () => {
    expect(priceTotal({ base: 3, factors: { size: 0.5 }, fixed: { search: 20 }, fees: { model: 3 } })).toBe(25);
  });
});
