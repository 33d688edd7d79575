import type { SeededRandom } from "../seeded-random.ts";
import { dunes, hills, peaks, seascape } from "./landscapes.ts";
import { blossoms, flow, portrait, stillLife, tiling } from "./patterns.ts";
import { aurora, city, forest, orbits } from "./places.ts";
import type { Composition } from "./scene.ts";

const subjects: [RegExp, [Composition, ...Composition[]]][] = [
  [/aurora|northern light|arctic night/, [aurora]],
  [/space|planet|galax|cosm|nebula|astronaut|orbit|moon/, [orbits, aurora]],
  [/city|street|skyline|tower|neon|cyber|bridge|market|robot|train/, [city]],
  [/sea|ocean|wave|coast|beach|island|harbou?r|lake|river|boat|ship|lighthouse/, [seascape]],
  [/desert|dune|sand|canyon/, [dunes]],
  [/forest|tree|wood|jungle|fern|fox|deer|owl|wolf/, [forest]],
  [/flower|blossom|rose|garden|petal|bouquet|botanic/, [blossoms]],
  [/portrait|woman|man|girl|boy|person|face|knight|wizard|character|selfie|nude|pin-?up/, [portrait]],
  [/ceramic|bottle|fruit|still life|product|coffee|cup|vase|food|perfume/, [stillLife]],
  [/pattern|tile|logo|poster|geometric|mosaic|abstract|icon/, [tiling, flow]],
  [/silk|smoke|wind|music|dream|liquid|hair|energy/, [flow]],
  [/mountain|peak|alps|snow|castle|dragon|cliff/, [peaks, hills]],
  [/hill|valley|meadow|landscape|mist|fog|field/, [hills]],
];
const anything: [Composition, ...Composition[]] = [
  hills,
  seascape,
  flow,
  tiling,
  peaks,
  dunes,
  forest,
  blossoms,
  city,
  orbits,
  stillLife,
];

/** The composition that fits the words of a prompt. */
export function chooseComposition(prompt: string, random: SeededRandom): Composition {
  const found = subjects.find(([words]) => words.test(prompt.toLowerCase()));
  return random.pick(found?.[1] ?? anything);
}
