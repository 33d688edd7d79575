import {
  cutOut,
  flux,
  from,
  hash,
  klein,
  rate,
  sdxl,
  seedream,
  tag,
  textToImage,
  toWebp,
  upscale,
} from "./demo-steps.ts";
import { story } from "./story.ts";

const shop = (...more: string[]) => ["product-catalogue", ...more];
const sku = (number: string) => ({ client: "Nordlys Ceramics", sku: number });

/** Product shots for a shop: cut-outs, variants, and what went wrong with them. */
export const productCatalogue = [
  story(
    28.2,
    "Mug, glazed blue",
    shop("packshot"),
    [sdxl("Studio photograph of a blue glazed ceramic mug on white, soft shadow"), cutOut()],
    { metadata: sku("NC-104") },
  ),
  story(
    27.8,
    "Teapot, celadon",
    shop("packshot"),
    [
      sdxl("Studio photograph of a celadon teapot on white, softbox light"),
      cutOut(),
      toWebp(from("cutout", "output.image.url"), 400),
    ],
    { metadata: sku("NC-118") },
  ),
  story(
    25.5,
    "Bowl set, variants",
    shop("variants"),
    [klein("Three stacked stoneware bowls, speckled glaze, neutral backdrop", 4)],
    { metadata: sku("NC-121") },
  ),
  story(
    25.4,
    "Bowl set, variants, again",
    shop("variants"),
    [klein("Three stacked stoneware bowls, speckled glaze, warm backdrop [fail]", 4)],
    { metadata: sku("NC-121") },
  ),
  story(
    23.1,
    "Vase with tulips",
    shop("lifestyle"),
    [seedream("A tall ceramic vase with tulips on a windowsill, afternoon sun", 2)],
    { metadata: sku("NC-130") },
  ),
  story(
    21.9,
    "Breakfast table",
    shop("lifestyle"),
    [seedream("Breakfast table from above with ceramic plates, bread and figs", 2)],
    { metadata: sku("NC-140"), currencies: ["green"] },
  ),
  story(
    19.6,
    "Candle holder",
    shop("packshot"),
    [textToImage("Brass and ceramic candle holder, studio light, plain background", 2)],
    { metadata: sku("NC-152") },
  ),
  story(
    16.4,
    "Plate, large",
    shop("packshot"),
    [
      sdxl("Large handmade plate with an iron glaze, top view, white background"),
      upscale(),
      cutOut(from("upscale", "output.blob.url")),
    ],
    { metadata: sku("NC-160") },
  ),
  story(
    15.2,
    "Mug, red, rush order",
    shop("packshot", "rush"),
    [{ ...flux("Studio photograph of a red ceramic mug on white [fail-once]", 2), retries: 2, priority: "high" }],
    { metadata: sku("NC-105") },
  ),
  story(
    14.1,
    "Plate, small, tagged for the shop",
    shop("packshot", "tags"),
    [sdxl("Small ceramic plate with a blue rim, top view, white background"), tag(), hash()],
    { metadata: sku("NC-161") },
  ),
  story(
    12.6,
    "Logo on mug",
    shop("legal"),
    [flux("A mug printed with a world-famous cartoon mouse [blocked:CopyrightedCharacter]")],
    { metadata: sku("NC-106") },
  ),
  story(
    8.7,
    "Catalogue cover",
    shop("cover"),
    [
      {
        ...flux("Shelf of ceramics in morning light, catalogue cover, room for a title [slow]", 2),
        timeout: "00:00:30",
      },
    ],
    { metadata: sku("cover") },
  ),
  story(
    8.6,
    "Catalogue cover, second try",
    shop("cover", "final"),
    [flux("Shelf of ceramics in morning light, catalogue cover, room for a title", 2, [896, 1152])],
    { metadata: sku("cover") },
  ),
  story(4.3, "Check of the cover", shop("check"), [sdxl("Shelf of ceramics with a potter's hands at work"), rate()], {
    metadata: sku("cover"),
  }),
  story(
    0.6,
    "Jug, new glaze",
    shop("packshot"),
    [sdxl("Studio photograph of a jug with a moss-green glaze on white"), cutOut()],
    { metadata: sku("NC-171") },
  ),
];
