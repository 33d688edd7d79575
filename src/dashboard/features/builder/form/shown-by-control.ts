import type { Shape } from "#contract/catalogue/catalogue.ts";
import { isObject } from "#contract/json.ts";

/**
 * Whether the control of a shape can show a value: what it can't, such as a text where a list is expected, would look
 * empty and be lost with the first edit, so it is edited as JSON.
 */
export function isShownByControl(shape: Shape, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  switch (shape.kind) {
    case "number":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "text":
      return typeof value === "string";
    case "enum":
      return typeof value === "string" || typeof value === "number";
    case "list":
      return Array.isArray(value);
    case "map":
    case "object":
      return isObject(value);
    case "union":
      return shape.alternatives.some(({ field }) => isShownByControl(field.shape, value));
    case "open":
      return true;
  }
}
