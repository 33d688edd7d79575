import { chat, echo, enhance, flux, from, klein, nanoBanana, sdxl, toWebp, upscale } from "./demo-steps.ts";
import { story } from "./story.ts";

const spring = (...more: string[]) => ["spring-campaign", ...more];
const client = { client: "Halden Outdoor", brief: "Spring 26" };

/** A campaign for an outdoor brand: moods first, heroes and banners later. */
export const springCampaign = [
  story(
    29.6,
    "Mood board: first light",
    spring("mood"),
    [flux("Alpine meadow at first light, dew on grass, wide angle, soft haze", 4)],
    { metadata: client },
  ),
  story(
    29.4,
    "Mood board: rain",
    spring("mood"),
    [flux("Hikers in yellow rain jackets on a forest trail, light rain, shallow depth of field", 4)],
    { metadata: client },
  ),
  story(
    28.9,
    "Slogans",
    spring("copy"),
    [chat("Write five short slogans for a spring campaign of an outdoor brand. Calm, no puns.")],
    { metadata: client },
  ),
  story(
    27.2,
    "Mood board: river stones",
    spring("mood", "draft"),
    [klein("Smooth river stones under clear water, morning sun, top view", 4)],
    { metadata: client },
  ),
  story(
    26.1,
    "Hero: lake camp",
    spring("hero"),
    [sdxl("A small orange tent beside a mirror-still mountain lake, dawn, mist"), upscale()],
    { metadata: { ...client, shot: "H1" } },
  ),
  story(
    24.8,
    "Hero: ridge walk",
    spring("hero"),
    [
      enhance("two walkers on a ridge, spring, big sky"),
      {
        ...flux("", 2, [1216, 832]),
        input: {
          engine: "flux",
          prompt: from("enhance", "output.enhancedPrompt"),
          quantity: 2,
          width: 1216,
          height: 832,
          seed: 24,
        },
      },
    ],
    { metadata: { ...client, shot: "H2" } },
  ),
  story(
    22.3,
    "Banner set, wide",
    spring("banner", "social"),
    [nanoBanana("Wide banner of a spring valley with blossoming trees, space for text on the left", 2)],
    { metadata: client },
  ),
  story(
    20.7,
    "Banner set, square",
    spring("banner", "social"),
    [flux("Blossoming cherry branch against a pale blue sky, minimal, square", 4, [1024, 1024])],
    { metadata: client, tips: { civitai: 0, creators: 0.25 } },
  ),
  story(
    17.5,
    "Newsletter header",
    spring("email"),
    [
      sdxl("Green hills under a bright spring sky, painted in gouache"),
      upscale(),
      toWebp(from("upscale", "output.blob.url"), 640),
    ],
    { metadata: client },
  ),
  story(
    13.9,
    "Hero: lake camp, retouch",
    spring("hero", "retouch"),
    [flux("A small orange tent beside a mountain lake, no people, cleaner foreground [partial]", 4)],
    { metadata: { ...client, shot: "H1" } },
  ),
  story(
    9.2,
    "Story frames",
    spring("social"),
    [flux("Close-up of hiking boots on wet moss, spring morning, vertical", 3, [768, 1216])],
    { metadata: client, currencies: ["green", "yellow"] },
  ),
  story(
    5.1,
    "Slogans, second round",
    spring("copy"),
    [chat("Shorten these slogans to four words each: Walk into the light. The trail begins at your door.")],
    { metadata: client },
  ),
  story(
    2.4,
    "Web hero, final",
    spring("hero", "final"),
    [
      sdxl("Mountain lake with an orange tent at dawn, mist, painterly light"),
      upscale(),
      toWebp(from("upscale", "output.blob.url"), 768),
    ],
    { metadata: { ...client, shot: "H1" } },
  ),
  story(1.1, "Delivery note", spring("final"), [echo("Spring 26: hero, banners and header delivered.")], {
    metadata: client,
  }),
];
