import { isObject } from "#contract/json.ts";
import { isReference } from "#contract/reference.ts";
import type { DraftStep } from "./chain.ts";
import { describeReference } from "./describe-reference.ts";

const variantKeys = ["engine", "ecosystem", "model", "version", "operation"];
const textKeys = ["prompt", "message", "text", "instruction"];

/**
 * A step in a line: its variant and how its prompt starts, else its first text, else where its first value comes from;
 * `undefined` when there is none of them.
 */
export function summariseStep({ input }: DraftStep): string | undefined {
  if (!isObject(input)) return typeof input === "string" && input !== "" ? input : undefined;
  const variant = variantKeys
    .map((key) => input[key])
    .filter((value) => typeof value === "string" && !value.startsWith("urn:"));
  const text = textKeys.map((key) => input[key]).find((value) => typeof value === "string" && value !== "");
  const first = Object.values(input).find((value): value is string => typeof value === "string" && value !== "");
  const line = [variant.join(" · "), text].filter(Boolean).join(": ") || (first && shortened(first));
  const reference = Object.values(input).find(isReference);
  return line || (reference && `from ${describeReference(reference)}`);
}

/** A data URL is thousands of characters that say nothing. */
function shortened(text: string): string {
  return text.startsWith("data:") ? "A file in place" : text;
}
