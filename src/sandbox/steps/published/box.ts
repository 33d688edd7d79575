import type { SeededRandom } from "../media/seeded-random.ts";

/** A box whose proportions and colour follow from the seed: what stands for every 3D model. */
export type Box = {
  /** Eight corners, as x, y, z one after the other. */
  positions: readonly number[];
  /** Twelve triangles, as places in the corners. */
  indices: readonly number[];
  /** Half the edges. */
  scale: readonly number[];
  /** Red, green, blue, from 0 to 1. */
  colour: readonly number[];
};

const corners = [-1, 1].flatMap((x) => [-1, 1].flatMap((y) => [-1, 1].map((z) => [x, y, z] as const)));
const triangles = [
  [0, 1, 3, 0, 3, 2],
  [4, 6, 7, 4, 7, 5],
  [0, 4, 5, 0, 5, 1],
  [2, 3, 7, 2, 7, 6],
  [0, 2, 6, 0, 6, 4],
  [1, 5, 7, 1, 7, 3],
].flat();

export function makeBox(random: Pick<SeededRandom, "between">): Box {
  const scale = [random.between(0.5, 1.2), random.between(0.5, 1.6), random.between(0.5, 1.2)];
  return {
    positions: corners.flatMap((corner) => corner.map((value, axis) => value * (scale[axis] ?? 1))),
    indices: triangles,
    scale,
    colour: [random.between(0.2, 0.9), random.between(0.2, 0.9), random.between(0.2, 0.9)],
  };
}
