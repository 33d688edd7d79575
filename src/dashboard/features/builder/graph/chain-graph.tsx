import "@xyflow/react/dist/base.css";
import {
  Background,
  type Connection,
  Controls,
  type Edge,
  MiniMap,
  ReactFlow,
  type ReactFlowInstance,
} from "@xyflow/react";
import { useEffect, useMemo, useState } from "react";
import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import { announce } from "#dashboard/ui/live-region.ts";
import type { Chain } from "../chain.ts";
import type { StepProblems } from "../step-problems.ts";
import { connect, disconnect, type Graph, type GraphEdge, graphOf, whyNotConnect } from "./graph-model.ts";
import { layOut, nodeHeight, nodeWidth } from "./layout.ts";
import { StepNode, type StepNodeType } from "./step-node.tsx";

export type ChainGraphProps = {
  chain: Chain;
  catalogue: Catalogue;
  selectedKey: string | undefined;
  /** What is wrong with each step, in the order of steps. */
  problems: readonly StepProblems[];
  markedKeys: ReadonlySet<string>;
  onSelect: (key: string) => void;
  onMark: (keys: ReadonlySet<string>) => void;
  onChange: (change: (chain: Chain) => Chain) => void;
  onRemove: (keys: readonly string[]) => void;
};

const nodeTypes = { step: StepNode };
/** Up to so many nodes are told apart at a glance; more get a small map. */
const nodesInView = 12;
const fitting = { maxZoom: 1, minZoom: 0.45, padding: 0.1 };

/** The chain as a graph: drag from an output to an input to refer to it; an edge is taken away by Delete. Loaded only where it is shown. */
export function ChainGraph({
  chain,
  catalogue,
  selectedKey,
  problems,
  markedKeys,
  onSelect,
  onMark,
  onChange,
  onRemove,
}: ChainGraphProps) {
  const graph = useMemo(() => graphOf(chain, catalogue), [chain, catalogue]);
  const places = useMemo(() => layOut(graph), [graph]);
  const [flow, setFlow] = useState<ReactFlowInstance<StepNodeType>>();
  // A step that was just added shows, and a small chain stays in view; a large one is not taken from under the hand.
  const [steps, threads] = [graph.nodes.length, graph.nodes.length > nodesInView ? 0 : graph.edges.length];
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the numbers that bring the view back, not their use.
  useEffect(() => void flow?.fitView(fitting), [flow, steps, threads]);
  const nodes = useMemo(
    () =>
      graph.nodes.map((node): StepNodeType => {
        // Known before it is drawn. A node that comes without it is measured anew, and can't be connected meanwhile.
        const size = { width: nodeWidth, height: nodeHeight(node.inputs.length, node.outputs.length) };
        return {
          id: node.step.key,
          type: "step",
          ...size,
          measured: size,
          position: places.get(node.step.key) ?? { x: 0, y: 0 },
          data: {
            ...node,
            problems: Object.values(problems[node.index] ?? {}),
            connected: connectedPorts(graph, node.step.key),
          },
          selected: node.step.key === selectedKey || markedKeys.has(node.step.key),
          ariaLabel: `Step ${node.index + 1}, ${node.step.name}`,
        };
      }),
    [graph, places, problems, selectedKey, markedKeys],
  );
  const edges = graph.edges.map(
    (edge): Edge => ({
      id: edge.id,
      source: edge.from,
      sourceHandle: edge.output,
      target: edge.to,
      targetHandle: edge.input,
      ariaLabel: `${nameOf(chain, edge.from)} feeds ${edge.input} of ${nameOf(chain, edge.to)}`,
    }),
  );
  return (
    <div className="h-full min-h-80 rounded-md border border-border bg-canvas" data-testid="chain-graph">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={fitting}
        onInit={setFlow}
        minZoom={0.1}
        nodesDraggable={false}
        deleteKeyCode={["Delete", "Backspace"]}
        onNodeClick={(event, node) => {
          // A press that marks is told as a change of the selection, too.
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          onMark(new Set());
          onSelect(node.id);
        }}
        onNodesChange={(changes) => {
          const selections = changes.filter((change) => change.type === "select");
          if (selections.length === 0) return;
          const keys = new Set(nodes.filter(({ selected }) => selected).map(({ id }) => id));
          for (const { id, selected } of selections) selected ? keys.add(id) : keys.delete(id);
          // One alone is what the form shows; several are a group.
          onMark(keys.size > 1 ? keys : new Set());
          const last = selections.findLast(({ selected }) => selected);
          if (last) onSelect(last.id);
        }}
        isValidConnection={(connection) => {
          const edge = edgeOf(connection);
          return edge !== undefined && whyNotConnect(graph, edge) === undefined;
        }}
        onConnectEnd={(_, state) => {
          const { fromHandle, toHandle } = state;
          if (state.isValid || !fromHandle || !toHandle) return;
          const [out, into] = fromHandle.type === "source" ? [fromHandle, toHandle] : [toHandle, fromHandle];
          const wish = { from: out.nodeId, output: out.id ?? "", to: into.nodeId, input: into.id ?? "" };
          announce(whyNotConnect(graph, wish) ?? "These can't be connected.");
        }}
        onConnect={(connection) => {
          const edge = edgeOf(connection);
          if (edge) onChange((now) => connect(now, edge));
        }}
        onEdgesDelete={(gone) => {
          for (const { target, targetHandle } of gone) {
            onChange((now) => disconnect(now, { to: target, input: targetHandle ?? "" }));
          }
        }}
        onNodesDelete={(gone) => onRemove(gone.map(({ id }) => id))}
        defaultEdgeOptions={{ style: { stroke: "var(--muted)", strokeWidth: 1.5 } }}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={20} color="var(--border)" />
        <Controls showInteractive={false} fitViewOptions={fitting} />
        {nodes.length > nodesInView ? (
          <MiniMap
            pannable
            zoomable
            ariaLabel="The whole chain, small"
            bgColor="var(--surface)"
            maskColor="color-mix(in srgb, var(--sunken) 70%, transparent)"
            nodeColor={({ selected }) => (selected ? "var(--accent)" : "var(--border-strong)")}
            style={{ width: 132, height: 96 }}
            className="overflow-hidden rounded-md border border-border max-sm:hidden"
          />
        ) : null}
      </ReactFlow>
    </div>
  );
}

function edgeOf({ source, sourceHandle, target, targetHandle }: Connection | Edge): Omit<GraphEdge, "id"> | undefined {
  if (!sourceHandle || targetHandle === null || targetHandle === undefined) return undefined;
  return { from: source, output: sourceHandle, to: target, input: targetHandle };
}

function connectedPorts({ edges }: Graph, key: string): ReadonlySet<string> {
  return new Set(
    edges.flatMap(({ from, output, to, input }) => [
      ...(from === key ? [`out ${output}`] : []),
      ...(to === key ? [`in ${input}`] : []),
    ]),
  );
}

function nameOf({ steps }: Chain, key: string): string {
  return steps.find((step) => step.key === key)?.name ?? "";
}
