import type { ChatCompletionInput } from "#contract/step-inputs/chat-completion.ts";
import { seedFrom } from "#sandbox/random.ts";
import { textOf } from "./chat-text.ts";
import { sizeOfRatio } from "./image-gen-size.ts";
import { drawPicture } from "./media/draw-picture.ts";

/** The pictures of an answer, each a data URL, as chat models send them. Source: the document's ChatCompletionGeneratedImage. */
export async function chatPictures({ messages, image_config, seed }: ChatCompletionInput) {
  const prompt = textOf(messages.findLast(({ role }) => role === "user") ?? { role: "system", content: "" });
  const edge = 1024 * Number.parseFloat(image_config?.image_size ?? "1K");
  const size = sizeOfRatio(image_config?.aspect_ratio ?? "1:1", edge);
  const pictures = [];
  for (let index = 0; index < (image_config?.n ?? 1); index += 1) {
    const bytes = await drawPicture({ prompt, seed: seedFrom(prompt, (seed ?? 0) + index), ...size, format: "jpeg" });
    const url = `data:image/jpeg;base64,${Buffer.from(bytes).toString("base64")}`;
    pictures.push({ type: "image_url", image_url: { url } });
  }
  return pictures;
}
