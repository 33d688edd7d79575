const wholeWords: Record<string, string> = {
  cfgScale: "CFG scale",
  numImages: "Number of images",
  numberOfRepeats: "Repeats",
  numInferenceSteps: "Steps",
  loras: "LoRAs",
  fps: "Frames per second",
  topP: "Top P",
  n: "Answers",
  bpm: "Beats per minute",
};
const acronyms: Record<string, string> = {
  air: "AIR",
  url: "URL",
  vae: "VAE",
  lora: "LoRA",
  loras: "LoRAs",
  ai: "AI",
  id: "ID",
  svg: "SVG",
  clip: "CLIP",
  "3d": "3D",
  json: "JSON",
};

/** A camelCase or snake_case name as a label in sentence case: `maxNewTokens` is "Max new tokens". */
export function labelOf(name: string): string {
  const known = wholeWords[name];
  if (known) return known;
  const words = name
    .replace(/^\$/, "")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .split(/[\s_]+/)
    .map((word) => acronyms[word.toLowerCase()] ?? word.toLowerCase());
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const typeWords: Record<string, string> = {
  string: "Text",
  number: "Number",
  integer: "Whole number",
  boolean: "Yes or no",
  array: "List",
  object: "Fields",
};

/** What an operator calls a JSON type. */
export function typeWord(type: string): string {
  return typeWords[type] ?? labelOf(type);
}

/** A description as help: without what generated documents say before every sentence. */
export function helpOf(description: string | undefined): string | undefined {
  const text = description
    ?.replace(/^(Gets?( or sets?)?|Represents) (a value indicating |the |an? )?/i, "")
    .replace(/\s+/g, " ")
    .trim();
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : undefined;
}
