import { chat, enhance, flux, from, kling, sdxl, transcode, wan } from "./demo-steps.ts";
import { story } from "./story.ts";

const film = (...more: string[]) => ["film-teaser", ...more];
const project = { project: "The Salt Road", director: "M. Aksnes" };

/** A teaser for a film: story, boards, clips. */
export const filmTeaser = [
  story(
    26.9,
    "Logline",
    film("script"),
    [chat("Write a logline for a film about a courier who carries salt across a frozen lake.")],
    { metadata: project },
  ),
  story(
    26.5,
    "Boards: departure",
    film("storyboard"),
    [flux("Storyboard frame, ink and wash: a sledge leaves a harbour town at dusk", 4, [1216, 704])],
    { metadata: { ...project, scene: 1 } },
  ),
  story(
    24.1,
    "Boards: the crack",
    film("storyboard"),
    [flux("Storyboard frame, ink and wash: ice cracks beneath a sledge, seen from above", 4, [1216, 704])],
    { metadata: { ...project, scene: 4 } },
  ),
  story(21.2, "Clip: harbour", film("clip"), [wan("Slow pan over a frozen harbour at dusk, lanterns, light snow")], {
    metadata: { ...project, scene: 1 },
  }),
  story(
    18.8,
    "Clip: the sledge, from the board",
    film("clip"),
    [
      sdxl("A wooden sledge on blue ice, low sun, long shadow"),
      wan("The sledge begins to move, snow drifts past", from("generate")),
      transcode(320),
    ],
    { metadata: { ...project, scene: 2 } },
  ),
  story(18.3, "Clip: storm", film("clip", "draft"), [wan("A snow storm swallows a lone figure on the ice [fail]")], {
    metadata: { ...project, scene: 5 },
  }),
  story(
    14.7,
    "Clip: storm, again",
    film("clip"),
    [enhance("a snow storm swallows a lone figure on the ice"), wan(from("enhance", "output.enhancedPrompt"))],
    { metadata: { ...project, scene: 5 } },
  ),
  story(
    11.3,
    "Vertical teaser",
    film("social"),
    [kling("A lantern swings in the dark above the ice, vertical, slow motion")],
    { metadata: project, currencies: ["yellow"] },
  ),
  story(
    7.8,
    "Clip: campfire",
    film("clip", "draft"),
    [wan("A small fire on the ice at night, sparks rise, camera circles")],
    { metadata: { ...project, scene: 7 }, afterwards: { kind: "cancel", seconds: 6 } },
  ),
  story(
    6.2,
    "Clip: wreck",
    film("clip"),
    [
      sdxl("A broken sledge half sunk in ice, blood on the snow [rated:r]"),
      wan("Camera pulls back from the wreck", from("generate")),
    ],
    { metadata: { ...project, scene: 8 } },
  ),
  story(3.3, "Clip: arrival", film("clip"), [wan("A sledge reaches a lit house at the far shore, night, snow falls")], {
    metadata: { ...project, scene: 9 },
    upgradeMode: "automatic",
  }),
];
