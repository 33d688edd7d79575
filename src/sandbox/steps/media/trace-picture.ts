import sharp from "sharp";
import { inTurn } from "./in-turn.ts";
import { type Point, straightLine, tag } from "./picture/svg.ts";
import { readImageFacts } from "./process-image.ts";

/** A picture as shapes of flat colour: the text of an SVG, and the size of the picture in px. */
export type Tracing = { svg: string; width: number; height: number };

/** The longer edge of the grid that is traced, and how many colours are told apart: a poster, not a photograph. */
const gridEdge = 256;
const colourCount = 12;
/** What is narrower than about half of this, in px of the grid, is a speck. */
const speckEdge = 3;

/**
 * Trace a picture: each of its main colours becomes one shape with bevelled outlines, in the size of the picture. What is
 * transparent stays open. Refuses with NotAnImage.
 */
export async function tracePicture(bytes: Uint8Array): Promise<Tracing> {
  const { width, height } = await readImageFacts(bytes);
  const grid = await readGrid(bytes);
  const shapes = [...new Set(grid.colours)]
    .filter((colour) => colour !== clear)
    .map((colour) => drawColour(grid, colour));
  const view = { viewBox: `0 0 ${grid.width} ${grid.height}`, preserveAspectRatio: "none" };
  return {
    svg: tag("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, ...view }, shapes.join("")),
    width,
    height,
  };
}

type Grid = { width: number; height: number; colours: readonly string[] };
const clear = "";

/** The picture, small, in few colours and without specks; what is smaller than a speck is taken as it is. */
async function readGrid(bytes: Uint8Array): Promise<Grid> {
  const fit = { fit: "inside", withoutEnlargement: true } as const;
  const few = await inTurn(async () => {
    const small = sharp(bytes).autoOrient().resize(gridEdge, gridEdge, fit).png();
    const { data, info } = await small.toBuffer({ resolveWithObject: true });
    const clean = Math.min(info.width, info.height) < speckEdge ? sharp(data) : sharp(data).median(speckEdge);
    return clean.png({ palette: true, colours: colourCount, dither: 0 }).toBuffer();
  });
  const { data, info } = await sharp(few).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const colours = Array.from({ length: info.width * info.height }, (_, index) => colourAt(data, index * 4));
  return { width: info.width, height: info.height, colours };
}

function colourAt(pixels: Uint8Array, at: number): string {
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
  if (alpha < 128) return clear;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** All that has a colour, as one shape. A thin seam of the same colour closes the gaps that bevelled corners leave. */
function drawColour(grid: Grid, colour: string): string {
  const outline = outlinesOf(grid, colour)
    .map((points) => `${straightLine(points)}Z`)
    .join("");
  return tag("path", { d: outline, fill: colour, "fill-rule": "evenodd", stroke: colour, "stroke-width": 0.6 });
}

/** The closed lines around a colour: along the edges of its cells, from the middle of one edge to that of the next. */
function outlinesOf(grid: Grid, colour: string): Point[][] {
  const edges = edgesOf(grid, colour);
  const outlines: Point[][] = [];
  for (const [start, ends] of edges) {
    while (ends.length > 0) {
      const corners = [start];
      for (let at = edges.get(start)?.pop(); at !== undefined && at !== start; at = edges.get(at)?.pop())
        corners.push(at);
      outlines.push(bevel(corners.map((corner) => pointOf(grid, corner))));
    }
  }
  return outlines;
}

/** From each corner of the grid to where its edges lead, with the colour on the right hand. */
function edgesOf({ width, height, colours }: Grid, colour: string): Map<number, number[]> {
  const edges = new Map<number, number[]>();
  const isInside = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && colours[y * width + x] === colour;
  const corner = (x: number, y: number) => y * (width + 1) + x;
  const add = (from: number, to: number) => edges.set(from, [...(edges.get(from) ?? []), to]);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isInside(x, y)) continue;
      if (!isInside(x, y - 1)) add(corner(x, y), corner(x + 1, y));
      if (!isInside(x + 1, y)) add(corner(x + 1, y), corner(x + 1, y + 1));
      if (!isInside(x, y + 1)) add(corner(x + 1, y + 1), corner(x, y + 1));
      if (!isInside(x - 1, y)) add(corner(x, y + 1), corner(x, y));
    }
  }
  return edges;
}

function pointOf({ width }: Grid, corner: number): Point {
  return [corner % (width + 1), Math.floor(corner / (width + 1))];
}

/** The middles of the edges between corners, without those on a straight line. */
function bevel(corners: readonly Point[]): Point[] {
  const around = (index: number) => corners[(index + corners.length) % corners.length] ?? corners[0] ?? [0, 0];
  const middles = corners.map((corner, index): Point => {
    const next = around(index + 1);
    return [(corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2];
  });
  return middles.filter((middle, index) => {
    const [before, after] = [middles.at(index - 1) ?? middle, middles[(index + 1) % middles.length] ?? middle];
    return (middle[0] - before[0]) * (after[1] - middle[1]) !== (middle[1] - before[1]) * (after[0] - middle[0]);
  });
}
