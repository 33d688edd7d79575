import dagre from "@dagrejs/dagre";
import type { Graph } from "./graph-model.ts";

/** Where a node lies, in px: its upper left corner. */
export type Placed = ReadonlyMap<string, { x: number; y: number }>;

export const nodeWidth = 220;
const headHeight = 48;
const portHeight = 22;

/** How high a node is drawn: a head, and a row for each port. */
export function nodeHeight(inputs: number, outputs: number): number {
  return headHeight + Math.max(1, inputs + outputs) * portHeight + 8;
}

/** Places for all nodes, from left to right along the references; parallel branches lie below each other. */
export function layOut({ nodes, edges }: Graph): Placed {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 28, ranksep: 72, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { step, inputs, outputs } of nodes) {
    graph.setNode(step.key, { width: nodeWidth, height: nodeHeight(inputs.length, outputs.length) });
  }
  for (const { from, to } of edges) graph.setEdge(from, to);
  dagre.layout(graph);
  return new Map(
    nodes.map(({ step }) => {
      const { x, y, width, height } = graph.node(step.key);
      return [step.key, { x: x - width / 2, y: y - height / 2 }];
    }),
  );
}
