import type { SeededRandom } from "../seeded-random.ts";
import { arcs } from "./compositions/arcs.ts";
import { aurora } from "./compositions/aurora.ts";
import { blossoms } from "./compositions/blossoms.ts";
import { city } from "./compositions/city.ts";
import { crystal } from "./compositions/crystal.ts";
import { dunes } from "./compositions/dunes.ts";
import { flow } from "./compositions/flow.ts";
import { forest } from "./compositions/forest.ts";
import { glass } from "./compositions/glass.ts";
import { hills } from "./compositions/hills.ts";
import { orbits } from "./compositions/orbits.ts";
import { peaks } from "./compositions/peaks.ts";
import { portrait } from "./compositions/portrait.ts";
import { seascape } from "./compositions/seascape.ts";
import { stillLife } from "./compositions/still-life.ts";
import { tiling } from "./compositions/tiling.ts";
import { countMentions } from "./mentions.ts";
import type { Composition } from "./scene.ts";

/** What a prompt can speak of, and the compositions that show it. The first of equals wins. */
const subjects: readonly [words: string, compositions: readonly [Composition, ...Composition[]]][] = [
  ["aurora|northern light|polar night|tundra", [aurora]],
  [
    "portrait|1girl|woman|man|girl|boy|person|people|face|knight|warrior|wizard|witch|selfie|nude|pin-?up|viewer|character|singer|elf",
    [portrait],
  ],
  ["space|planet|galaxy|cosmos|nebula|astronaut|orbit|mars|universe|spaceship|helmet", [orbits]],
  ["city|cityscape|street|skyline|tower|neon|cyberpunk|bridge|market|robot|train|alley|urban|downtown|shop", [city]],
  ["sea|ocean|wave|coast|beach|island|harbou?r|river|boat|ship|lighthouse|sail|sailing|underwater|swim", [seascape]],
  ["desert|dune|sand|canyon|camel|sahara|horse|road|cactus", [dunes]],
  ["forest|tree|wood|woods|jungle|rainforest|fern|deer|owl|wolf|fox|panda|bear|puppy|dog|birch|waterfall", [forest]],
  ["flower|blossom|rose|garden|petal|bouquet|botanical|plant|bloom|blooming|tulip|lotus", [blossoms]],
  [
    "ceramic|bottle|fruit|still life|product|coffee|cup|vase|food|perfume|bowl|desk|camera|windowsill|tea|lamp|wine",
    [stillLife],
  ],
  ["pattern|tile|geometric|mosaic|ornament|arabesque|islamic|symmetry", [crystal, tiling]],
  ["stained glass|church|cathedral|glass|window|saint", [glass]],
  ["crystal|gem|low-poly|facet|diamond|ice", [crystal]],
  ["logo|poster|icon|minimal|bauhaus|retro|graphic|album|abstract", [arcs, tiling]],
  [
    "silk|smoke|wind|music|dream|liquid|hair|energy|flow|motion|speed|dance|dancing|transition|camera|animate|voice",
    [flow],
  ],
  ["mountain|lake|peak|alps|snow|snowy|dragon|summit|eagle|glacier", [peaks]],
  ["hill|valley|meadow|landscape|mist|misty|fog|field|castle|cabin|village|balloon|farm", [hills]],
];

const anything: readonly [Composition, ...Composition[]] = [
  hills,
  seascape,
  flow,
  crystal,
  peaks,
  dunes,
  forest,
  blossoms,
  city,
  orbits,
  stillLife,
  arcs,
  glass,
  tiling,
];

/** The composition that a prompt's words ask for most; the seed decides where they leave a choice. */
export function chooseComposition(prompt: string, random: SeededRandom): Composition {
  const scored = subjects.map(([words, compositions]) => ({ compositions, score: countMentions(prompt, words) }));
  const best = scored.reduce((found, one) => (one.score > found.score ? one : found), {
    compositions: anything,
    score: 0,
  });
  return random.pick(best.compositions);
}
