/** Fields that do not change how a result looks: counts, file formats, the seed (which counts apart), and sources. */
const apart = new Set([
  "seed",
  "quantity",
  "numImages",
  "batchSize",
  "outputFormat",
  "imageMetadata",
  "image",
  "images",
  "mask",
  "maskImage",
  "sourceImage",
  "sourceImageUrl",
  "startImage",
  "endImage",
  "referenceImage",
  "referenceImages",
  "referenceVideoUrls",
  "videoUrl",
  "audioUrl",
]);

/** All of an input that its result depends on, apart from its seed, as one text. Signed URLs change, so none is in it. */
export function lookOf(input: object): string {
  return JSON.stringify(Object.entries(input).filter(([name]) => !apart.has(name)));
}
