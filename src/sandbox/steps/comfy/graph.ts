import type { ComfyInput, ComfyNode } from "#contract/step-inputs/comfy.ts";

export type Graph = ComfyInput["comfyWorkflow"];
type NodeInput = ComfyNode["inputs"][string];

/** The id of the node that an input is linked to; `undefined` for a plain value. */
export function linkOf(input: NodeInput | undefined): string | undefined {
  return Array.isArray(input) ? String(input[0]) : undefined;
}

/** A number among a node's inputs, if it is one. */
export function numberOf(node: ComfyNode | undefined, name: string): number | undefined {
  const value = node?.inputs[name];
  return typeof value === "number" ? value : undefined;
}

/** What is wrong with the links of a graph: one that leads nowhere, or round in a circle; `undefined` when all is well. */
export function findGraphFault(graph: Graph): string | undefined {
  for (const [id, node] of Object.entries(graph)) {
    const lost = linksOf(node).find((to) => !Object.hasOwn(graph, to));
    if (lost !== undefined) return `Node "${id}" (${node.classType}) is linked to node "${lost}", which is not there.`;
  }
  const done = new Set<string>();
  for (const id of Object.keys(graph)) {
    const circle = findCircle(graph, id, [], done);
    if (circle) return `The nodes ${circle.map((one) => `"${one}"`).join(", ")} are linked in a circle.`;
  }
  return undefined;
}

/** The node itself and all that it is made from, the nearer ones first. */
export function ancestorsOf(graph: Graph, id: string): ComfyNode[] {
  const seen = new Set([id]);
  for (const one of seen) for (const to of linksOf(graph[one])) seen.add(to);
  return [...seen].flatMap((one) => graph[one] ?? []);
}

function linksOf(node: ComfyNode | undefined): string[] {
  return Object.values(node?.inputs ?? {}).flatMap((input) => linkOf(input) ?? []);
}

function findCircle(graph: Graph, id: string, path: readonly string[], done: Set<string>): string[] | undefined {
  if (path.includes(id)) return path.slice(path.indexOf(id));
  if (done.has(id)) return undefined;
  for (const to of linksOf(graph[id])) {
    const circle = findCircle(graph, to, [...path, id], done);
    if (circle) return circle;
  }
  done.add(id);
  return undefined;
}
