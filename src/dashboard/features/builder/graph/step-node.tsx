import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import clsx from "clsx";
import { stepTypeName } from "#dashboard/display/words.ts";
import { Badge } from "#dashboard/ui/badge.tsx";
import type { GraphNode } from "./graph-model.ts";
import { nodeWidth } from "./layout.ts";

export type StepNodeType = Node<GraphNode & { problems: number }, "step">;

const dot = "!size-3 !border-2 !border-border-strong !bg-surface hover:!border-accent";

/** A step in the graph: its name and type, inputs at the left, outputs at the right. */
export function StepNode({ data: { step, index, inputs, outputs, problems }, selected }: NodeProps<StepNodeType>) {
  return (
    <div
      style={{ width: nodeWidth }}
      className={clsx("rounded-md border bg-surface pb-2", selected ? "border-accent" : "border-border-strong")}
    >
      <div className="flex h-12 items-center gap-2 px-3">
        <span className="flex size-5 shrink-0 items-center justify-center rounded-full border border-border-strong text-muted text-xs tabular-nums">
          {index + 1}
        </span>
        <span className="flex min-w-0 flex-col">
          <span className="truncate font-medium text-sm">{step.name}</span>
          {step.name === step.type ? null : (
            <span className="truncate text-subtle text-xs">{stepTypeName(step.type)}</span>
          )}
        </span>
        {problems > 0 ? (
          <span className="ml-auto">
            <Badge tone="danger">{problems === 1 ? "1 problem" : `${problems} problems`}</Badge>
          </span>
        ) : null}
      </div>
      {inputs.map(({ path, label }) => (
        <div key={path} className="relative flex h-[22px] items-center px-3 text-muted text-xs">
          <Handle type="target" position={Position.Left} id={path} className={dot} />
          <span className="truncate">{label}</span>
        </div>
      ))}
      {outputs.map(({ path, label, kind }) => (
        <div key={path} className="relative flex h-[22px] items-center justify-end px-3 text-muted text-xs">
          <span className="truncate">
            {label} <span className="text-subtle">{kind}</span>
          </span>
          <Handle type="source" position={Position.Right} id={path} className={dot} />
        </div>
      ))}
    </div>
  );
}
