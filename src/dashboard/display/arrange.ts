import dagre from "@dagrejs/dagre";

/** Where a box lies, in px: its upper left corner. */
export type Places = ReadonlyMap<string, { x: number; y: number }>;

/** Places for boxes, from left to right along the arrows; parallel branches lie below each other. Sizes in px. */
export function arrange(
  boxes: readonly { id: string; width: number; height: number }[],
  arrows: readonly { from: string; to: string }[],
): Places {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 28, ranksep: 72, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { from, to } of arrows) graph.setEdge(from, to);
  dagre.layout(graph);
  return new Map(
    boxes.map(({ id }) => {
      const { x, y, width, height } = graph.node(id);
      return [id, { x: x - width / 2, y: y - height / 2 }];
    }),
  );
}
