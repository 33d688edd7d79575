import { seedFrom } from "../random.ts";

/** Steps as an operator composes them; every one has its seed, so that the demo looks the same each time. */

/** Pictures by Flux, the engine of the guide's own example. Pixels. */
export function flux(prompt: string, quantity = 1, [width, height] = [1024, 1024]) {
  const input = { engine: "flux", prompt, quantity, width, height, seed: seedFrom(prompt) };
  return { $type: "imageGen", name: "generate", input };
}

/** Small pictures by an SDXL checkpoint: what is enlarged or converted afterwards. */
export function sdxl(prompt: string, quantity = 1) {
  const input = {
    engine: "sdcpp",
    ecosystem: "sdxl",
    operation: "createImage",
    model: "urn:air:sdxl:checkpoint:civitai:101055@128078",
    prompt,
    negativePrompt: "blurry, watermark, text",
    quantity,
    width: 512,
    height: 512,
    seed: seedFrom(prompt),
  };
  return { $type: "imageGen", name: "generate", input };
}

export function klein(prompt: string, quantity = 1) {
  const input = { engine: "flux2", model: "klein", operation: "createImage", prompt, quantity, seed: seedFrom(prompt) };
  return { $type: "imageGen", name: "generate", input };
}

export function seedream(prompt: string, quantity = 1) {
  const input = { engine: "seedream", version: "v4", prompt, quantity, seed: seedFrom(prompt) };
  return { $type: "imageGen", name: "generate", input };
}

export function nanoBanana(prompt: string, numImages = 1, aspectRatio = "16:9") {
  const input = {
    engine: "google",
    model: "nano-banana-2-lite",
    prompt,
    numImages,
    aspectRatio,
    seed: seedFrom(prompt),
  };
  return { $type: "imageGen", name: "generate", input };
}

export function textToImage(prompt: string, quantity = 1) {
  return { $type: "textToImage", name: "generate", input: { prompt, quantity, seed: seedFrom(prompt) } };
}

/** What another step has made: the first picture, unless said otherwise. */
export function from(step: string, path = "output.images[0].url") {
  return { $ref: step, path };
}

export function upscale(image: object = from("generate")) {
  return { $type: "imageUpscaler", name: "upscale", input: { image } };
}

export function toWebp(image: object, width = 512) {
  const input = {
    image,
    transforms: [{ type: "resize", targetWidth: width }],
    output: { format: "webp", quality: 80 },
  };
  return { $type: "convertImage", name: "convert", input };
}

export function cutOut(image: object = from("generate")) {
  return { $type: "imageBackgroundRemoval", name: "cutout", input: { image } };
}

export function rate(image: object = from("generate")) {
  return { $type: "mediaRating", name: "rate", input: { image } };
}

export function enhance(prompt: string) {
  return { $type: "promptEnhancement", name: "enhance", input: { ecosystem: "flux", prompt } };
}

export function chat(content: string) {
  const input = { model: "openai/gpt-oss-120b", messages: [{ role: "user", content }], seed: seedFrom(content) };
  return { $type: "chatCompletion", name: "write", input };
}

export function echo(message: string | object) {
  return { $type: "echo", name: "echo", input: { message } };
}

/** A short clip by Wan, from words or from a picture. */
export function wan(prompt: string | object, image?: object) {
  const input = {
    engine: "wan",
    version: "v2.5",
    provider: "fal",
    prompt,
    duration: 2,
    resolution: "480p",
    seed: seedFrom(JSON.stringify(prompt)),
    ...(image ? { operation: "image-to-video", images: [image] } : { operation: "text-to-video" }),
  };
  return { $type: "videoGen", name: "film", input };
}

export function kling(prompt: string) {
  const input = { engine: "kling", model: "v2.5-turbo", prompt, duration: "5", aspectRatio: "9:16" };
  return { $type: "videoGen", name: "film", input };
}

export function transcode(width: number) {
  return { $type: "transcode", name: "transcode", input: { sourceUrl: from("film", "output.video.url"), width } };
}
