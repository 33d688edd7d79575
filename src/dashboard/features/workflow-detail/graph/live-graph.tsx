import "@xyflow/react/dist/base.css";
import { Background, Controls, type Edge, MiniMap, ReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import { isTerminal } from "#contract/status.ts";
import type { Step } from "#contract/step.ts";
import { arrange } from "#dashboard/display/arrange.ts";
import { statusWord } from "#dashboard/display/words.ts";
import { LiveNode, type LiveNodeType, nodeHeight, nodeWidth } from "./live-node.tsx";
import { stepEdges } from "./step-edges.ts";

type Props = { steps: readonly Step[]; onChoose: (name: string) => void };

const nodeTypes = { live: LiveNode };
/** From so many steps on a small map helps to find one's way. */
const manySteps = 12;

/** The chain as a graph: each step with how it is doing, from left to right along the references. Loaded only where it is shown. */
export function LiveGraph({ steps, onChoose }: Props) {
  const edges = stepEdges(steps);
  const shape = JSON.stringify([steps.map(({ name }) => name), edges]);
  // Places depend on names and references alone, and not on each change of a status.
  const places = useMemo(() => {
    const [names, arrows]: [string[], { from: string; to: string }[]] = JSON.parse(shape);
    return arrange(
      names.map((id) => ({ id, width: nodeWidth, height: nodeHeight })),
      arrows,
    );
  }, [shape]);
  const nodes = steps.map(
    (step, index): LiveNodeType => ({
      id: step.name,
      type: "live",
      position: places.get(step.name) ?? { x: 0, y: 0 },
      width: nodeWidth,
      height: nodeHeight,
      data: { step, index },
      ariaLabel: `Step ${index + 1}, ${step.name}, ${statusWord(step.status).toLowerCase()}`,
    }),
  );
  const drawn = edges.map(({ from, to, inputs }): Edge => {
    const source = steps.find(({ name }) => name === from);
    const target = steps.find(({ name }) => name === to);
    return {
      id: `${from} ${to}`,
      source: from,
      target: to,
      animated: source !== undefined && isTerminal(source.status) && target?.status === "processing",
      ariaLabel: `${from} feeds ${inputs.join(", ")} of ${to}`,
      focusable: false,
    };
  });
  return (
    <section aria-label="Graph" className="h-96 rounded-lg border border-border bg-canvas">
      <ReactFlow
        nodes={nodes}
        edges={drawn}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={{ maxZoom: 1, minZoom: 0.45, padding: 0.1 }}
        minZoom={0.1}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable
        deleteKeyCode={null}
        // The page is scrolled over it; the graph is enlarged by its buttons, by pinch, or with Ctrl.
        zoomOnScroll={false}
        preventScrolling={false}
        onNodeClick={(_, { id }) => onChoose(id)}
        onNodesChange={(changes) => {
          const chosen = changes.find((change) => change.type === "select" && change.selected);
          if (chosen && "id" in chosen && document.activeElement?.closest(".react-flow__node")) onChoose(chosen.id);
        }}
        defaultEdgeOptions={{ style: { stroke: "var(--muted)", strokeWidth: 1.5 } }}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={20} color="var(--border)" />
        <Controls showInteractive={false} />
        {steps.length > manySteps ? (
          <MiniMap
            ariaLabel="Small map of the graph"
            pannable
            bgColor="var(--sunken)"
            maskColor="var(--overlay)"
            nodeColor="var(--border-strong)"
            className="max-sm:hidden"
          />
        ) : null}
      </ReactFlow>
    </section>
  );
}
