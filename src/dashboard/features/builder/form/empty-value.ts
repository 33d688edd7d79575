import type { Field } from "#contract/catalogue/catalogue.ts";
import { defaultInput } from "#contract/catalogue/resolve-node.ts";

/** What a new item starts as. */
export function emptyOf({ shape, default: byDefault }: Field): unknown {
  if (byDefault !== undefined) return byDefault;
  switch (shape.kind) {
    case "text":
      return "";
    case "number":
      return shape.min ?? 0;
    case "boolean":
      return false;
    case "enum":
      return shape.values[0];
    case "list":
      return [];
    case "map":
      return {};
    case "object":
      return defaultInput(shape.node);
    case "union":
      return shape.alternatives[0] ? emptyOf(shape.alternatives[0].field) : "";
    case "open":
      return {};
  }
}
