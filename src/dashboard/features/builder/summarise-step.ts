import { isObject } from "#contract/json.ts";
import type { DraftStep } from "./chain.ts";

const variantKeys = ["engine", "ecosystem", "model", "version", "operation"];
const textKeys = ["prompt", "message", "text", "instruction"];

/** A step in a line: its variant, and how its prompt starts; `undefined` when neither is there. */
export function summariseStep({ input }: DraftStep): string | undefined {
  if (!isObject(input)) return typeof input === "string" && input !== "" ? input : undefined;
  const variant = variantKeys
    .map((key) => input[key])
    .filter((value) => typeof value === "string" && !value.startsWith("urn:"));
  const text = textKeys.map((key) => input[key]).find((value) => typeof value === "string" && value !== "");
  return [variant.join(" · "), text].filter(Boolean).join(": ") || undefined;
}
