import { echo } from "./echo.ts";
import type { StepType } from "./step-type.ts";

/** The step types that the sandbox has built in, in the order of the palette. Source: decisions, "Step types". */
export const stepTypes: readonly StepType[] = [echo];

/** The built-in step type of this name. */
export function findStepType(type: string): StepType | undefined {
  return stepTypes.find((known) => known.type === type);
}
