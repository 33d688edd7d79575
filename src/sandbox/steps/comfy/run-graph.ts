import sharp, { type Sharp } from "sharp";
import type { ComfyNode } from "#contract/step-inputs/comfy.ts";
import { seedFrom } from "../../random.ts";
import { drawPicture } from "../media/draw-picture.ts";
import { NotAnImage, readImageFacts } from "../media/process-image.ts";
import type { BlobContent, RunTools } from "../step-handler.ts";
import { StepRefusal } from "../step-refusal.ts";
import { type Graph, linkOf, numberOf } from "./graph.ts";
import { readPrompt } from "./read-prompt.ts";

/** A picture that a node makes: real bytes, or a recipe where a model would draw. Pixels. */
export type GraphPicture = { content: BlobContent; width: number; height: number };

/** Nodes that deliver what they get. */
const outputClasses = /^(SaveImage|PreviewImage|SaveImageWebsocket)$/;

const largestEdge = 8192;

/**
 * The pictures that one run of a graph delivers. These nodes do what they do in ComfyUI: LoadImage, EmptyImage,
 * ImageScale, ImageScaleBy, ImageCrop, ImageInvert, ImageBlur, SaveImage, PreviewImage. In the place of anything else
 * a picture is drawn from the words that lead to it. Refuses with StepRefusal.
 */
export async function runGraph(graph: Graph, run: number, tools: RunTools): Promise<GraphPicture[]> {
  const outputs = Object.values(graph).filter(({ classType }) => outputClasses.test(classType));
  const made = new Map<string, Promise<GraphPicture[]>>();
  const picturesAt = (id: string): Promise<GraphPicture[]> => {
    const known = made.get(id) ?? makePictures(id);
    made.set(id, known);
    return known;
  };
  async function makePictures(id: string): Promise<GraphPicture[]> {
    const node = graph[id];
    const work = node && workOf(node);
    if (work === "load" && node) return [await load(id, node, tools)];
    if (work === "create" && node) return [await create(node)];
    const from = node && linkOf(node.inputs.image);
    if (work === undefined || work === "load" || work === "create" || from === undefined)
      return draw(graph, id, run, tools);
    const sources = await picturesAt(from);
    return Promise.all(sources.map(async (source) => transform(await readable(source), work)));
  }
  const delivered = outputs.map(async (node) => {
    const from = linkOf(node.inputs.images);
    if (from === undefined) throw new StepRefusal(`${node.classType} is not linked to any images.`);
    return picturesAt(from);
  });
  if (delivered.length > 0) return (await Promise.all(delivered)).flat();
  throw new StepRefusal("The graph has no node that delivers pictures, such as SaveImage or PreviewImage.");
}

type Transform = (image: Sharp, width: number, height: number) => Sharp;

/** What a node does that is run as it is; `undefined` for any other. */
function workOf(node: ComfyNode): "load" | "create" | Transform | undefined {
  const number = (name: string, preset: number) => numberOf(node, name) ?? preset;
  switch (node.classType) {
    case "LoadImage":
      return "load";
    case "EmptyImage":
      return "create";
    case "ImageInvert":
      return (image) => image.negate({ alpha: false });
    case "ImageBlur":
      return (image) => image.blur(Math.max(0.3, number("sigma", 1)));
    case "ImageScaleBy":
      return (image, width, height) => resized(image, width * number("scale_by", 1), height * number("scale_by", 1));
    case "ImageScale":
      return (image, width, height) => {
        const [wide, high] = [number("width", 0), number("height", 0)];
        const fit = node.inputs.crop === "center" ? "cover" : "fill";
        return resized(image, wide || (high * width) / height, high || (wide * height) / width, fit);
      };
    case "ImageCrop":
      return (image, width, height) => {
        const [left, top] = [Math.min(number("x", 0), width - 1), Math.min(number("y", 0), height - 1)];
        const [wide, high] = [
          Math.min(number("width", 512), width - left),
          Math.min(number("height", 512), height - top),
        ];
        return image.extract({ left, top, width: Math.max(1, wide), height: Math.max(1, high) });
      };
    default:
      return undefined;
  }
}

function resized(image: Sharp, width: number, height: number, fit: "fill" | "cover" = "fill"): Sharp {
  const [wide, high] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
  if (Math.max(wide, high) > largestEdge)
    throw new StepRefusal(`${wide} x ${high} px is larger than ${largestEdge} px.`);
  return image.resize(wide, high, { fit });
}

async function load(id: string, node: ComfyNode, tools: RunTools): Promise<GraphPicture> {
  const { image } = node.inputs;
  if (typeof image !== "string") throw new StepRefusal(`LoadImage "${id}" names no image.`);
  const read = await tools.readMedia(image);
  if (!read.ok) throw new StepRefusal(read.reason);
  return toPng(sharp(read.bytes).autoOrient());
}

function create(node: ComfyNode): Promise<GraphPicture> {
  const edge = (name: string) => Math.min(largestEdge, Math.max(1, Math.round(numberOf(node, name) ?? 512)));
  const colour = Math.max(0, Math.round(numberOf(node, "color") ?? 0)) & 0xffffff;
  const background = `#${colour.toString(16).padStart(6, "0")}`;
  return toPng(sharp({ create: { width: edge("width"), height: edge("height"), channels: 3, background } }));
}

async function transform(source: Uint8Array, work: Transform): Promise<GraphPicture> {
  const { width, height } = await readImageFacts(source);
  return toPng(work(sharp(source), width, height));
}

/** The bytes of a picture that another node works on: one that is drawn has to be drawn now. */
async function readable({ content }: GraphPicture): Promise<Uint8Array> {
  if (content.kind === "bytes") return content.bytes;
  if (content.recipe.maker !== "picture") throw new Error("A graph draws pictures only.");
  return drawPicture(content.recipe);
}

async function toPng(image: Sharp): Promise<GraphPicture> {
  try {
    const { data, info } = await image.png().toBuffer({ resolveWithObject: true });
    return { content: { kind: "bytes", bytes: data }, width: info.width, height: info.height };
  } catch (cause) {
    throw new NotAnImage({ cause });
  }
}

function draw(graph: Graph, id: string, run: number, tools: RunTools): GraphPicture[] {
  const { prompt, seed, width, height, batch } = readPrompt(graph, id);
  return Array.from({ length: batch }, (_, index) => {
    // Every run and every picture of a batch has a seed of its own.
    const own = seedFrom(prompt, (seed ?? tools.seed) + run * batch + index);
    const recipe = { maker: "picture", prompt, seed: own, width, height, format: "png" } as const;
    return { content: { kind: "recipe", recipe }, width, height };
  });
}
