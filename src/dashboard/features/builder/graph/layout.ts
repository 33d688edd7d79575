import { arrange, type Places } from "#dashboard/display/arrange.ts";
import type { Graph } from "./graph-model.ts";

export const nodeWidth = 220;
const headHeight = 48;
const portHeight = 22;

/** How high a node is drawn: a head, and a row for each port. */
export function nodeHeight(inputs: number, outputs: number): number {
  return headHeight + Math.max(1, inputs + outputs) * portHeight + 8;
}

/** Places for all nodes, from left to right along the references; parallel branches lie below each other. */
export function layOut({ nodes, edges }: Graph): Places {
  const boxes = nodes.map(({ step, inputs, outputs }) => ({
    id: step.key,
    width: nodeWidth,
    height: nodeHeight(inputs.length, outputs.length),
  }));
  // From the last to the first: that is how the first of several branches comes to lie on top.
  return arrange(boxes, edges.toReversed());
}
