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
export function wan(prompt: string | object, image?: object, aspectRatio = "16:9") {
  const input = {
    engine: "wan",
    version: "v2.5",
    provider: "fal",
    prompt,
    duration: 2,
    resolution: "480p",
    seed: seedFrom(JSON.stringify(prompt)),
    ...(image ? { operation: "image-to-video", images: [image] } : { operation: "text-to-video", aspectRatio }),
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

export function upscaleVideo() {
  return { $type: "videoUpscaler", name: "upscale", input: { video: from("transcode", "output.url") } };
}

export function speak(text: string, speaker: string) {
  return { $type: "textToSpeech", name: "speak", input: { engine: "custom", text, speaker, language: "English" } };
}

export function transcribe() {
  return { $type: "transcription", name: "subtitles", input: { mediaUrl: from("speak", "output.audioBlob.url") } };
}

export function sing(musicDescription: string, lyrics: string, more: object) {
  const input = { musicDescription, lyrics, seed: seedFrom(musicDescription), ...more };
  return { $type: "aceStepAudio", name: "score", input };
}

export function tag(mediaUrl: object = from("generate")) {
  return { $type: "wdTagging", name: "tag", input: { mediaUrl, threshold: 0.5 } };
}

export function hash(mediaUrl: object = from("generate")) {
  return { $type: "mediaHash", name: "hash", input: { mediaUrl, hashTypes: ["perceptual", "perceptualDct"] } };
}

/** The graph that ComfyUI opens with, with other words. */
export function comfy(text: string, quantity = 1) {
  const node = (classType: string, inputs: object) => ({ classType, inputs });
  const model = { ckpt_name: "sd_xl_base_1.0.safetensors" };
  const comfyWorkflow = {
    "3": node("KSampler", {
      ...{
        seed: seedFrom(text) % 1_000_000,
        steps: 20,
        cfg: 7,
        sampler_name: "euler",
        scheduler: "normal",
        denoise: 1,
      },
      ...{ model: ["4", 0], positive: ["6", 0], negative: ["7", 0], latent_image: ["5", 0] },
    }),
    "4": node("CheckpointLoaderSimple", model),
    "5": node("EmptyLatentImage", { width: 768, height: 512, batch_size: 1 }),
    "6": node("CLIPTextEncode", { text, clip: ["4", 1] }),
    "7": node("CLIPTextEncode", { text: "blurry, watermark", clip: ["4", 1] }),
    "8": node("VAEDecode", { samples: ["3", 0], vae: ["4", 2] }),
    "9": node("SaveImage", { filename_prefix: "baton", images: ["8", 0] }),
  };
  return { $type: "comfy", name: "graph", input: { comfyWorkflow, quantity } };
}
