import { enhance, flux, from, klein, sdxl, upscale, wan } from "./demo-steps.ts";
import { story } from "./story.ts";

const minutes = 1 / (24 * 60);
const leave = { kind: "leave" } as const;

/** What is still going on when the demo opens; each of these takes its minute. */
export const liveWork = [
  story(
    0.9 * minutes,
    "Hero film, long chain",
    ["spring-campaign", "clip"],
    [
      enhance("an orange tent opens at dawn, steam rises from a cup [slow]"),
      { ...flux(""), input: { engine: "flux", prompt: from("enhance", "output.enhancedPrompt"), seed: 7 } },
      wan("The tent opens, mist drifts over the lake [slow]", from("generate")),
    ],
    { metadata: { name: "Hero film, long chain", client: "Halden Outdoor" }, afterwards: leave },
  ),
  story(
    0.6 * minutes,
    "Teaser, title card",
    ["film-teaser", "title"],
    [flux("Title card: salt crystals on black ice, macro [slow]", 2, [1216, 704])],
    { metadata: { project: "The Salt Road" }, afterwards: leave },
  ),
  story(
    0.2 * minutes,
    "Catalogue, back cover",
    ["product-catalogue", "cover"],
    [klein("Stack of plates against a chalk wall, back cover of a catalogue [slow]", 2)],
    { metadata: { client: "Nordlys Ceramics" }, afterwards: leave },
  ),
  story(
    0.1 * minutes,
    "Banner, autumn preview",
    ["autumn-campaign", "mood"],
    [sdxl("Birch forest in October, low sun [slow]"), upscale()],
    { metadata: { client: "Halden Outdoor" }, afterwards: leave },
  ),
  story(
    0.02 * minutes,
    "Mood board: first frost",
    ["autumn-campaign", "mood"],
    [flux("First frost on rose hips, macro, cold light [slow]", 4)],
    { metadata: { client: "Halden Outdoor" }, afterwards: leave },
  ),
];
