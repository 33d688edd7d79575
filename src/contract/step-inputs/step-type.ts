import type { z } from "zod";

/** The groups of the palette, in its order. Source: product, "New workflow". */
export const stepGroups = ["image", "video", "audio", "text", "3d", "media-tools", "training", "moderation"] as const;
export type StepGroup = (typeof stepGroups)[number];

/**
 * A step type that the sandbox runs itself: its name on the wire, and the shapes of what goes in and comes out. Any
 * value of an input may be a reference instead; `checkStepInput` sees to that.
 */
export type StepType<Input extends z.ZodType = z.ZodType, Output extends z.core.$ZodType = z.core.$ZodType> = {
  type: string;
  title: string;
  description: string;
  group: StepGroup;
  input: Input;
  output: Output;
};

/** Declare a step type; keeps the types of its schemas. */
export function stepType<const Type extends string, Input extends z.ZodType, Output extends z.core.$ZodType>(
  definition: StepType<Input, Output> & { type: Type },
): StepType<Input, Output> & { type: Type } {
  return definition;
}
