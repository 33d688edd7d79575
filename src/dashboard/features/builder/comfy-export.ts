import { isObject } from "#contract/json.ts";

/** The step type that runs a graph of ComfyUI. */
export const comfyType = "comfy";

/** What was done to a graph, for who pasted it. */
export const comfyNote = "ComfyUI's class_type was written as classType, and _meta as meta, as this API has them.";

/** Whether it is a graph as ComfyUI saves it for itself: it tells where the nodes stand, and can't be run. */
export function isComfyDrawing(value: unknown): boolean {
  return isObject(value) && Array.isArray(value.nodes) && Array.isArray(value.links);
}

/** Whether it is a graph of nodes by their ids, in ComfyUI's words or in the API's. */
export function isComfyGraph(value: unknown): value is Record<string, Record<string, unknown>> {
  if (!isObject(value)) return false;
  const nodes = Object.values(value);
  return nodes.length > 0 && nodes.every((node) => isObject(node) && isObject(node.inputs) && classOf(node));
}

/**
 * A graph as ComfyUI exports it, in the words of the API: `class_type`, `_meta` and `is_changed` by their names there,
 * and links by numbers. `undefined` for all else, also for a graph that is in the API's words already.
 */
export function fromComfyExport(value: unknown): Record<string, unknown> | undefined {
  if (!isComfyGraph(value) || !Object.values(value).some((node) => "class_type" in node)) return undefined;
  const ids = new Set(Object.keys(value));
  return Object.fromEntries(Object.entries(value).map(([id, node]) => [id, toNode(node, ids)]));
}

/** Steps with the graphs of the `comfy` ones in the words of the API; `undefined` when they all are already. */
export function withComfyGraphs<Step>(steps: readonly Step[]): Step[] | undefined {
  let isChanged = false;
  const changed = steps.map((step) => {
    const input = isObject(step) && step.$type === comfyType && isObject(step.input) ? step.input : {};
    const graph = fromComfyExport(input.comfyWorkflow);
    if (!graph) return step;
    isChanged = true;
    return { ...step, input: { ...input, comfyWorkflow: graph } };
  });
  return isChanged ? changed : undefined;
}

function toNode(node: Record<string, unknown>, ids: ReadonlySet<string>): Record<string, unknown> {
  const { class_type, _meta, is_changed, inputs, ...others } = node;
  return {
    ...(class_type === undefined ? {} : { classType: class_type }),
    inputs: isObject(inputs)
      ? Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, toInput(input, ids)]))
      : inputs,
    ...(_meta === undefined ? {} : { meta: _meta }),
    ...(is_changed === undefined ? {} : { isChanged: is_changed }),
    ...others,
  };
}

/** A link names its node by a text in ComfyUI, and by a number in the published document. */
function toInput(input: unknown, ids: ReadonlySet<string>): unknown {
  if (!Array.isArray(input) || input.length !== 2) return input;
  const [id, result]: unknown[] = input;
  const isLink = typeof id === "string" && /^\d+$/.test(id) && ids.has(id) && typeof result === "number";
  return isLink ? [Number(id), result] : input;
}

function classOf({ class_type, classType }: Record<string, unknown>): boolean {
  return typeof class_type === "string" || typeof classType === "string";
}
