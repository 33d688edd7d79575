import type { Catalogue, Field, OutputPort } from "#contract/catalogue/catalogue.ts";
import { resolveNode } from "#contract/catalogue/resolve-node.ts";
import { isObject } from "#contract/json.ts";
import { parsePath, printPath } from "#contract/problem.ts";
import { valueAt, withValueAt } from "#contract/reference.ts";
import { type Chain, changeStep, type DraftStep } from "../chain.ts";
import { stepReferences } from "../chain-references.ts";
import { portsThatFit } from "../form/ports-that-fit.ts";

/** A place of a step's input that an output of another step can be led to. */
export type InputPort = { path: string; label: string; field: Field };

/** A step as a node: what can be led in, and what leads out. */
export type GraphNode = { step: DraftStep; index: number; inputs: InputPort[]; outputs: OutputPort[] };

/** A reference as an edge, from an output port to an input port. */
export type GraphEdge = { id: string; from: string; output: string; to: string; input: string };

export type Graph = { nodes: GraphNode[]; edges: GraphEdge[] };

/** The chain as a graph: nodes are steps, edges are references. */
export function graphOf(chain: Chain, catalogue: Catalogue): Graph {
  const nodes = chain.steps.map((step, index): GraphNode => {
    const outputs = catalogue.stepTypes.find(({ type }) => type === step.type)?.outputs ?? [];
    return { step, index, inputs: inputPortsOf(step, chain, catalogue), outputs };
  });
  const edges = chain.steps.flatMap((step) =>
    stepReferences(step, chain.steps).flatMap(({ path, target, outputPath }): GraphEdge[] => {
      const from = chain.steps.find(({ name }) => name === target);
      const input = printPath(path);
      return from
        ? [{ id: `${step.key} ${input}`, from: from.key, output: printPath(outputPath), to: step.key, input }]
        : [];
    }),
  );
  const drawn = edges.map((edge) => ({ ...edge, output: drawnOutput(edge, nodes) }));
  return { nodes: nodes.map((node) => ({ ...node, outputs: shownOutputs(node, drawn) })), edges: drawn };
}

/** Files and texts, and what is referred to: of a rating's ten numbers nobody wants to see each. */
function shownOutputs({ step, outputs }: GraphNode, edges: readonly GraphEdge[]): OutputPort[] {
  const used = new Set(edges.filter(({ from }) => from === step.key).map(({ output }) => output));
  const files = outputs.filter(({ kind }) => kind !== "text" && kind !== "number" && kind !== "data");
  const usual = files.length > 0 ? files : outputs.slice(0, 3);
  return outputs.filter((port) => usual.includes(port) || used.has(port.path));
}

/** The port at which an edge starts: the one it names, else the nearest above it, else the first. */
function drawnOutput({ from, output }: GraphEdge, nodes: readonly GraphNode[]): string {
  const ports = nodes.find(({ step }) => step.key === from)?.outputs ?? [];
  const plain = (path: string) => path.replace(/\[\d+\]/g, "[0]");
  const exact = ports.find(({ path }) => plain(path) === plain(output));
  const near = ports.find(({ path }) => plain(output).startsWith(plain(path).replace(/\.url$/, "")));
  return (exact ?? near ?? ports[0])?.path ?? output;
}

/** The main inputs that take an output, those that refer to one, and a free place at the end of each list. */
function inputPortsOf(step: DraftStep, chain: Chain, catalogue: Catalogue): InputPort[] {
  const stepType = catalogue.stepTypes.find(({ type }) => type === step.type);
  if (!stepType) return [];
  const { fields = [], value } = resolveNode(stepType.input, step.input);
  const ports = (value ? [value] : fields).flatMap((field) => portsOfField(field, step.input, value ? "" : field.name));
  const referred = new Set(stepReferences(step, chain.steps).map(({ path }) => printPath(path)));
  const missing = [...referred].filter((path) => !ports.some((port) => port.path === path));
  return [
    ...ports.filter(({ path, field }) => field.isMain || referred.has(path)),
    ...missing.map((path) => ({ path, label: path, field: openField(path) })),
  ];
}

function portsOfField(field: Field, input: unknown, path: string): InputPort[] {
  if (field.shape.kind === "list") {
    const item = { ...field.shape.item, isMain: field.isMain || isMedia(field.shape.item) };
    if (!takesOutputs(item) || !isMedia(item)) return [];
    const items = isObject(input) && Array.isArray(input[field.name]) ? (input[field.name] as unknown[]) : [];
    return Array.from({ length: items.length + 1 }, (_, index) => ({
      path: `${path}[${index}]`,
      label: `${field.label} ${index + 1}`,
      field: item,
    }));
  }
  const isShown = isMedia(field) || field.control === "prompt";
  return takesOutputs(field) && isShown ? [{ path, label: field.label, field: { ...field, isMain: true } }] : [];
}

function isMedia({ control }: Field): boolean {
  return control === "media";
}

const anyPort: OutputPort[] = (["image", "video", "audio", "model3d", "text", "number", "data"] as const).map(
  (kind) => ({ path: "", label: "", kind, isList: false }),
);

function takesOutputs(field: Field): boolean {
  return portsThatFit(field, anyPort).length > 0;
}

function openField(name: string): Field {
  return {
    ...{ name, label: name, required: false, nullable: true, deprecated: false, isMain: false, control: "plain" },
    shape: { kind: "open", isObject: false },
  };
}

/** Why an output can't be led to an input; `undefined` when it can. */
export function whyNotConnect(graph: Graph, edge: Omit<GraphEdge, "id">): string | undefined {
  const from = graph.nodes.find(({ step }) => step.key === edge.from);
  const to = graph.nodes.find(({ step }) => step.key === edge.to);
  const output = from?.outputs.find(({ path }) => path === edge.output);
  const input = to?.inputs.find(({ path }) => path === edge.input);
  if (!from || !to || !output || !input) return "There is no such port any more.";
  if (from === to) return "A step can't use its own output.";
  if (from.index > to.index) return `"${from.step.name}" comes later. Move it before "${to.step.name}" first.`;
  if (portsThatFit(input.field, [output]).length === 0) return `${input.label} takes no ${output.kind}.`;
  return undefined;
}

/** The chain with an output led to an input; what stood there is parked. */
export function connect(chain: Chain, edge: Omit<GraphEdge, "id">): Chain {
  const from = chain.steps.find(({ key }) => key === edge.from);
  const to = chain.steps.find(({ key }) => key === edge.to);
  if (!from || !to) return chain;
  const path = parsePath(edge.input);
  const before = valueAt(to.input, path);
  const input = withItem(to.input, path, { $ref: from.name, path: edge.output });
  const parked = before === undefined ? to.parked : { ...to.parked, [edge.input]: before };
  return changeStep(chain, to.key, { input, parked });
}

/** The chain without the reference that an edge stands for; what stood there before comes back. */
export function disconnect(chain: Chain, { to, input }: Pick<GraphEdge, "to" | "input">): Chain {
  const step = chain.steps.find(({ key }) => key === to);
  if (!step) return chain;
  const path = parsePath(input);
  const last = path.at(-1);
  const before = step.parked[input];
  const holder = valueAt(step.input, path.slice(0, -1));
  if (before !== undefined) return changeStep(chain, to, { input: withValueAt(step.input, path, before) });
  if (Array.isArray(holder) && typeof last === "number") {
    const items = holder.toSpliced(last, 1);
    return changeStep(chain, to, { input: withValueAt(step.input, path.slice(0, -1), items) });
  }
  return changeStep(chain, to, { input: withoutMember(step.input, path) });
}

/** Like `withValueAt`, but one past the end of a list is another item of it. */
function withItem(value: unknown, path: readonly (string | number)[], item: unknown): unknown {
  const [list, last] = [path.slice(0, -1), path.at(-1)];
  if (typeof last !== "number") return withValueAt(value, path, item);
  const items = valueAt(value, list);
  const current = Array.isArray(items) ? items : [];
  return withValueAt(value, list, last < current.length ? current.with(last, item) : [...current, item]);
}

function withoutMember(value: unknown, path: readonly (string | number)[]): unknown {
  const holder = valueAt(value, path.slice(0, -1));
  const name = path.at(-1);
  if (!isObject(holder) || name === undefined) return value;
  const { [name]: _, ...others } = holder;
  return path.length === 1 ? others : withValueAt(value, path.slice(0, -1), others);
}
