/** How prompts are written for a kind of model: as a list of tags, as sentences, or as a scene that moves. */
export type PromptStyle = {
  kind: "tags" | "sentences" | "scene";
  /** The longest prompt that the model takes in whole, in tokens; a word and a comma count one each. */
  tokenLimit: number | undefined;
  quality: readonly string[];
  light: readonly string[];
  composition: readonly string[];
  detail: readonly string[];
  negative: readonly string[];
};

const tags: PromptStyle = {
  kind: "tags",
  tokenLimit: 77,
  quality: ["masterpiece, best quality", "best quality, highly detailed", "award-winning, sharp focus"],
  light: ["soft rim light", "golden hour lighting", "dramatic side lighting", "volumetric light"],
  composition: ["rule of thirds", "wide shot", "low angle view", "close-up, shallow depth of field"],
  detail: ["intricate details", "rich textures", "fine linework", "subtle color grading"],
  negative: ["worst quality", "low quality", "blurry", "bad anatomy", "watermark"],
};

const sentences: PromptStyle = {
  kind: "sentences",
  tokenLimit: undefined,
  quality: ["Photographed with care, crisp and true in color.", "Finely rendered, with natural depth."],
  light: [
    "Warm light falls in from the side and leaves soft shadows.",
    "The low sun wraps the scene in gold.",
    "Cool, even daylight brings out every surface.",
  ],
  composition: [
    "The subject stands a third into the frame, with calm space around it.",
    "Seen from slightly below, against an open background.",
    "A close view with a softly blurred background.",
  ],
  detail: ["Small textures are clearly visible.", "Colors are few and well matched.", "The surfaces show honest wear."],
  negative: ["blurry", "distorted", "watermark"],
};

const scene: PromptStyle = {
  ...sentences,
  kind: "scene",
  composition: [
    "The camera pushes in slowly and holds.",
    "The camera drifts from left to right at eye level.",
    "A steady wide shot that rises gently.",
  ],
  detail: [
    "Fabric, leaves and dust move a little in the air.",
    "The motion is smooth and unhurried.",
    "In the background life goes on quietly.",
  ],
  negative: ["flicker", "jitter", "distorted", "watermark"],
};

/** The style that an ecosystem's prompts have; sentences for one that is not known. */
export function styleOf(ecosystem: string): PromptStyle {
  if (/^(sd1|sdxl|sd3|pony|illustrious|noob|anima)/i.test(ecosystem)) return tags;
  return /^(wan|kling|veo|ltx|hunyuan|sora|vidu|mochi|minimax|seedance|haiper)/i.test(ecosystem) ? scene : sentences;
}
