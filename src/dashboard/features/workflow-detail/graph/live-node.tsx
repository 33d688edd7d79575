import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import clsx from "clsx";
import type { Status } from "#contract/status.ts";
import type { Step } from "#contract/step.ts";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { stepTypeName } from "#dashboard/display/words.ts";
import { ProgressBar } from "#dashboard/ui/progress-bar.tsx";

export type LiveNodeType = Node<{ step: Step; index: number }, "live">;

export const nodeWidth = 200;
export const nodeHeight = 76;

const dot = "!size-2 !min-w-0 !min-h-0 !border !border-border-strong !bg-surface";
const borders: Partial<Record<Status, string>> = {
  processing: "border-info",
  failed: "border-danger",
  expired: "border-danger",
};

/** A step in the graph of a workflow: its name and type, and how it is doing. */
export function LiveNode({ data: { step, index }, selected }: NodeProps<LiveNodeType>) {
  const { name, status, $type } = step;
  const isWaiting = status === "unassigned" || status === "canceled";
  return (
    <div
      style={{ width: nodeWidth, height: nodeHeight }}
      className={clsx(
        "relative flex cursor-pointer flex-col justify-center gap-1 overflow-hidden rounded-md border bg-surface px-3",
        borders[status] ?? "border-border-strong",
        selected && "outline-2 outline-accent",
        isWaiting && "border-dashed",
      )}
    >
      <Handle type="target" position={Position.Left} className={dot} isConnectable={false} />
      <span className="flex items-baseline gap-1.5">
        <span className="tabular text-subtle text-xs">{index + 1}</span>
        <span className="max-w-[85%] shrink-0 truncate font-medium text-sm">{name}</span>
        {name === $type ? null : <span className="truncate text-subtle text-xs">{stepTypeName($type)}</span>}
      </span>
      <StatusBadge status={status} progress={step.estimatedProgressRate} />
      {status === "processing" ? (
        <ProgressBar
          label={`Progress of ${name}`}
          value={step.estimatedProgressRate ?? undefined}
          className="absolute inset-x-0 bottom-0"
        />
      ) : null}
      <Handle type="source" position={Position.Right} className={dot} isConnectable={false} />
    </div>
  );
}
