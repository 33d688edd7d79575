import { stepNameOf } from "#contract/reference.ts";
import type { WorkflowTemplate } from "#contract/workflow.ts";
import { done, type Outcome } from "../refusal.ts";
import type { StepRegistry } from "../steps/registry.ts";
import { type CheckedStep, checkStep } from "./check-step.ts";
import { findCycle } from "./find-cycle.ts";

/** A template that can be priced and run: its steps in order, each with its name. */
export type CheckedTemplate = { steps: (CheckedStep & { name: string })[]; dropped: string[] };

/**
 * Check what a schema can't see: step types, inputs, names, references, cycles. Errors are keyed by the path in the
 * request, such as `steps[0].input.width`. Source: decisions, "Submitting".
 */
export function checkTemplate(registry: StepRegistry, template: WorkflowTemplate): Outcome<CheckedTemplate> {
  const stepNames = template.steps.map(stepNameOf);
  const errors: Record<string, string[]> = {};
  const steps: CheckedTemplate["steps"] = [];
  for (const [index, step] of template.steps.entries()) {
    const name = stepNames[index] ?? "";
    const first = stepNames.indexOf(name);
    if (first < index) {
      errors[`steps[${index}].name`] = [`The name "${name}" is taken by step ${first + 1}; names are unique.`];
    }
    const checked = checkStep(registry, {
      step: { $type: step.$type, name, input: step.input },
      stepNames,
      arguments: template.arguments ?? {},
      place: ["steps", index],
    });
    if (checked.ok) steps.push({ ...checked.step, name });
    else Object.assign(errors, checked.errors);
  }
  const inputs = template.steps.map((step, index) => ({ name: stepNames[index] ?? "", input: step.input }));
  const cycle = findCycle(inputs);
  if (cycle) errors[`steps[${cycle.position}].input`] = [cycle.message];
  if (Object.keys(errors).length > 0) {
    return { ok: false, reason: "invalid", detail: "The workflow is not valid; errors says where.", errors };
  }
  return done({ steps, dropped: steps.flatMap(({ dropped }) => dropped) });
}
