import { type Node, type NodeProps, useUpdateNodeInternals } from "@xyflow/react";
import clsx from "clsx";
import { useEffect } from "react";
import { countOf, stepTypeName } from "#dashboard/display/words.ts";
import { Badge } from "#dashboard/ui/badge.tsx";
import type { GraphNode } from "./graph-model.ts";
import { nodeWidth } from "./layout.ts";
import { InPort, kindOfInput, OutPort } from "./port.tsx";

export type StepNodeType = Node<
  GraphNode & {
    /** What is wrong with the step. */
    problems: readonly string[];
    /** The ports with an edge, inputs and outputs. */
    connected: ReadonlySet<string>;
  },
  "step"
>;

/** A step in the graph: its name and type, inputs at the left, outputs at the right, and below it what is wrong with it. */
export function StepNode({ id, data, selected }: NodeProps<StepNodeType>) {
  const { step, index, inputs, outputs, problems, connected } = data;
  const measure = useUpdateNodeInternals();
  const ports = [...inputs, ...outputs].map(({ path }) => path).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: other ports in the same room are not noticed otherwise.
  useEffect(() => measure(id), [measure, id, ports]);
  return (
    <div
      style={{ width: nodeWidth }}
      className={clsx(
        "h-full rounded-md border bg-surface pb-2",
        selected ? "border-accent ring-1 ring-accent" : problems.length > 0 ? "border-danger" : "border-border-strong",
      )}
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
        {problems.length > 0 ? (
          <span className="ml-auto">
            <Badge tone="danger">{countOf(problems.length, "problem")}</Badge>
          </span>
        ) : null}
      </div>
      {inputs.map((port) => (
        <InPort
          key={port.path}
          kind={kindOfInput(port)}
          label={port.label}
          path={port.path}
          isConnected={connected.has(`in ${port.path}`)}
        />
      ))}
      {outputs.map(({ path, label, kind }) => (
        <OutPort key={path} kind={kind} label={label} path={path} isConnected={connected.has(`out ${path}`)} />
      ))}
      {/* Out of the flow, so that a problem that comes and goes moves no node. */}
      {problems.length > 0 ? (
        <p className="absolute top-full right-0 left-0 truncate pt-1 text-danger text-xs" title={problems.join("\n")}>
          {problems[0]}
        </p>
      ) : null}
    </div>
  );
}
