import { flux, klein, sdxl, seedream, upscale } from "./demo-steps.ts";
import { story } from "./story.ts";

const studio = (...more: string[]) => ["figure-studies", ...more];
const client = { client: "Atelier Brandt" };

/** Life drawing for an art school: mature work, and every way in which it is paid for, withheld and released. */
export const figureStudies = [
  story(
    25.9,
    "Charcoal, standing",
    studio("charcoal"),
    [klein("Charcoal life drawing of a standing nude, academic study", 2)],
    { metadata: client, afterwards: { kind: "release", minutes: 12 } },
  ),
  story(
    23.7,
    "Charcoal, seated",
    studio("charcoal"),
    [klein("Charcoal life drawing of a seated nude, turned away, academic study", 2)],
    { metadata: client },
  ),
  story(22.8, "Gesture sheets", studio("ink"), [flux("Sheet of quick ink gestures, dancers in motion", 4)], {
    metadata: client,
  }),
  story(
    20.1,
    "Oil study",
    studio("oil"),
    [seedream("Oil study of a reclining nude on green velvet, window light", 2)],
    { metadata: client, allowMatureContent: true },
  ),
  story(19.2, "Oil study, enlarged", studio("oil"), [sdxl("Oil sketch of a nude back, loose brushwork"), upscale()], {
    metadata: client,
    afterwards: { kind: "release", minutes: 45 },
  }),
  story(
    16.9,
    "Marble",
    studio("sculpture"),
    [flux("Marble torso in a museum hall, dramatic side light [rated:pg13]", 2)],
    { metadata: client },
  ),
  story(
    14.2,
    "Poster for the evening class",
    studio("poster"),
    [flux("Poster for a life drawing class, nude figure in red chalk, large type", 2, [832, 1216])],
    { metadata: client, upgradeMode: "automatic" },
  ),
  story(
    12.1,
    "Bathers",
    studio("oil"),
    [flux("Bathers at a forest lake, impressionist oil painting, nude figures in the distance", 4)],
    { metadata: client, currencies: ["yellow"] },
  ),
  story(
    10.4,
    "Anatomy plate",
    studio("plate"),
    [flux("Engraved anatomy plate of a flayed arm, explicit detail, old paper", 2)],
    { metadata: client },
  ),
  story(
    7.1,
    "Evening class, second poster",
    studio("poster"),
    [sdxl("Red chalk drawing of a nude model on a pedestal, poster"), upscale()],
    { metadata: client },
  ),
  story(3.8, "Print edition", studio("print"), [flux("Etching of entwined figures, deep black [rated:xxx]", 2)], {
    metadata: client,
  }),
  story(
    1.7,
    "Life class, contact sheet",
    studio("charcoal", "final"),
    [klein("Contact sheet of charcoal nudes, twelve small drawings on one page", 4)],
    { metadata: client },
  ),
];
