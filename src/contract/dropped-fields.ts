import { isObject } from "./json.ts";
import { printPath } from "./problem.ts";
import { isReference } from "./reference.ts";

/** The paths of what was given and is not kept. */
export function droppedFields(given: unknown, kept: unknown, prefix: readonly PropertyKey[] = []): string[] {
  if (isReference(given)) return [];
  if (Array.isArray(given) && Array.isArray(kept)) {
    return given.flatMap((item, index) => droppedFields(item, kept[index], [...prefix, index]));
  }
  if (!isObject(given) || !isObject(kept)) return [];
  return Object.entries(given).flatMap(([key, item]) =>
    Object.hasOwn(kept, key) ? droppedFields(item, kept[key], [...prefix, key]) : [printPath([...prefix, key])],
  );
}
