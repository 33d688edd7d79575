/** The colours of a picture, as hex. */
export type Palette = {
  /** From the top of the sky down to the horizon. */
  sky: [string, string, string];
  /** The land, from far to near. */
  layers: [string, string, string, string];
  /** Sun, moon, mist, highlights. */
  light: string;
  /** The one colour that stands out. */
  accent: string;
  /** Silhouettes and shadows. */
  ink: string;
};

/** A palette with the words that ask for it, and words that it merely suits. */
export type Mood = { asks: string; suits: string; palette: Palette };

const mood = (
  asks: string,
  suits: string,
  ...colours: [Palette["sky"], Palette["layers"], string, string, string]
): Mood => {
  const [sky, layers, light, accent, ink] = colours;
  return { asks, suits, palette: { sky, layers, light, accent, ink } };
};

export const moods: readonly [Mood, ...Mood[]] = [
  mood(
    "dawn|sunrise|morning|daybreak|soft light",
    "mountain|hill|valley|peak|cliff|castle|lake|person|smile",
    ["#f6d8c2", "#f2b8a0", "#e98f88"],
    ["#c98a94", "#8f6485", "#5b4470", "#2f2a4d"],
    "#fff3dc",
    "#ffd28a",
    "#221d3a",
  ),
  mood(
    "sunset|dusk|evening|golden hour|twilight|dramatic",
    "sea|ocean|mountain|city|street|boat|dragon|epic|cinematic|silhouette",
    ["#2b2f5f", "#8a4d77", "#f19a6b"],
    ["#8c4a6a", "#5b3560", "#352650", "#1b1838"],
    "#ffe0a8",
    "#ff9d5c",
    "#120f26",
  ),
  mood(
    "noon|daytime|day|blue sky|sunny|summer|daylight",
    "sea|lake|beach|field|mountain|balloon|island",
    ["#8fc7ea", "#b9ddf0", "#e6f2ee"],
    ["#9cc3c4", "#6ba3a0", "#3f7f78", "#23564f"],
    "#ffffff",
    "#f7c65b",
    "#17423d",
  ),
  mood(
    "night|midnight|moon|moonlit|dark|starry|stars",
    "space|galaxy|city|street|owl|wolf|rain",
    ["#080c20", "#131c40", "#28366b"],
    ["#24335f", "#182448", "#0f1833", "#080d1f"],
    "#f2f0dd",
    "#8fb4ff",
    "#04060f",
  ),
  mood(
    "neon|cyberpunk|cyber|synthwave|arcade|hologram|laser|vaporwave|sci-fi|futuristic",
    "robot|city|android|dance|dancing",
    ["#12052e", "#3b0d63", "#8a1c7c"],
    ["#54148c", "#331065", "#1e0a45", "#0e0526"],
    "#7df9ff",
    "#ff4fb0",
    "#08021a",
  ),
  mood(
    "snow|snowy|ice|frost|frozen|winter|arctic|glacier|cold|blizzard",
    "mountain|peak|alps|wolf|crystal",
    ["#dfeaf3", "#c6d9ea", "#a9c5de"],
    ["#9bb7d2", "#7697b8", "#4f7397", "#2d4c6c"],
    "#ffffff",
    "#ffc9a3",
    "#1d344d",
  ),
  mood(
    "green|mossy|moss|lush|fern|jungle|rainforest",
    "forest|woods|tree|meadow|garden|leaf|deer|fox|valley|field|waterfall|panda|hill|nature",
    ["#e8ead0", "#cfd9ae", "#a9c39a"],
    ["#8fae84", "#5f8a66", "#37654d", "#1c4236"],
    "#fffbe0",
    "#e6a23c",
    "#0f2a22",
  ),
  mood(
    "desert|dune|canyon|mesa|sahara|mars",
    "camel|horse|road|cactus",
    ["#fbe3bd", "#f7c28b", "#ee9a63"],
    ["#e08b58", "#bd6845", "#8b4637", "#572b2c"],
    "#fff6dd",
    "#3f7d86",
    "#3a1b1f",
  ),
  mood(
    "sea|ocean|underwater|marine|lagoon|coral",
    "wave|coast|beach|island|harbou?r|lake|river|boat|ship|water|waterfall|blue",
    ["#d7eff0", "#9fd3da", "#5fb0c2"],
    ["#4f9fb4", "#2f7f9b", "#1b5c7c", "#0f3c5a"],
    "#fffdf0",
    "#ff9f6e",
    "#0a2a42",
  ),
  mood(
    "blossom|cherry|pink|rose|petal|spring|pastel|sakura|romantic",
    "flower|garden|girl|woman|dream|anime|bouquet",
    ["#fdeef0", "#fad4dc", "#f3b3c4"],
    ["#e79ab1", "#c77c9f", "#8f5b89", "#553d69"],
    "#fffaf3",
    "#f06d8b",
    "#372649",
  ),
  mood(
    "fire|burning|ember|lava|volcano|inferno|hell|flame|blaze",
    "dragon|battle|warrior|phoenix|knight|war",
    ["#2a0f12", "#6b1d1d", "#d9542b"],
    ["#7c2420", "#541a1c", "#341216", "#1b090d"],
    "#ffe7b0",
    "#ffb03b",
    "#120508",
  ),
  mood(
    "paper|sketch|vintage|book|poster|watercolou?r|drawing|ink|minimal",
    "portrait|camera|product|wooden|desk|photo",
    ["#f6f1e6", "#ece2cf", "#dfd0b6"],
    ["#cdbb9c", "#a98f6c", "#735d48", "#41352f"],
    "#fffdf6",
    "#c4553b",
    "#2a221e",
  ),
  mood(
    "mint|fresh|herbal|cream|clean|soft",
    "portrait|product|ceramic|tea|low-poly|cartoon|bowl|plant",
    ["#ecf7f0", "#cdebdd", "#9fd8c4"],
    ["#86c7b2", "#57a594", "#2f7c73", "#184f4f"],
    "#ffffff",
    "#ff8a73",
    "#0f3838",
  ),
  mood(
    "violet|purple|lavender|magical|magic|mystic|ethereal|dreamy|enchanted",
    "wizard|witch|dream|silk|girl|fantasy|elf",
    ["#e9e2f6", "#c9b8ea", "#9c86d6"],
    ["#8d78c6", "#6854a6", "#463a80", "#282357"],
    "#fff8ee",
    "#ffc56b",
    "#19163b",
  ),
  mood(
    "aurora|northern light|polar|emerald",
    "night|arctic|fjord|tundra",
    ["#050b1c", "#0b1f38", "#15455a"],
    ["#123a4c", "#0e2b3e", "#091c2c", "#050f1a"],
    "#e9fff4",
    "#5dffb6",
    "#03080f",
  ),
  mood(
    "autumn|fall|rust|copper|leather|terracotta|clay|bronze|ochre",
    "vintage|wooden|coffee|ceramic|harvest|pumpkin|viking|armou?r|fox",
    ["#f3ead8", "#e9cfa6", "#dd9f62"],
    ["#c9824e", "#a2583a", "#6d3a31", "#3b2328"],
    "#fff8e6",
    "#2f7f86",
    "#24161a",
  ),
  mood(
    "storm|stormy|rain|rainy|fog|foggy|grey|gray|cloudy|mist|misty|noir",
    "cliff|moor|detective|war",
    ["#5b6b7c", "#8a9aa6", "#c3c9c6"],
    ["#8d9ba3", "#667680", "#43525d", "#25303a"],
    "#f6f4ea",
    "#e3a34f",
    "#161d24",
  ),
];
