import { isObject } from "../json.ts";
import { stepSchema, stepTemplateSchema } from "../step.ts";
import type { StepType } from "../step-inputs/step-type.ts";
import { addComponent, type Components, capitalise, type PrintedSchema, printSchema, refTo } from "./print-schema.ts";

/**
 * Add the step types to the components: what may be sent (`WorkflowStepTemplate`) and what comes back (`WorkflowStep`),
 * each a choice by `$type`, with input and output as components of their own.
 */
export function addStepTypes(components: Components, stepTypes: readonly StepType[]): void {
  const templates: Record<string, string> = {};
  const steps: Record<string, string> = {};
  const template = membersOf(printSchema(stepTemplateSchema, "input"));
  const step = membersOf(printSchema(stepSchema, "output"));
  for (const { type, title, description, input, output } of stepTypes) {
    const name = capitalise(type);
    addComponent(components, `${name}Input`, input, "input");
    addComponent(components, `${name}Output`, output, "output");
    templates[type] = `${name}StepTemplate`;
    steps[type] = `${name}Step`;
    const members = { $type: { type: "string", const: type }, input: refTo(`${name}Input`) };
    components.set(`${name}StepTemplate`, {
      title,
      description,
      type: "object",
      required: ["$type", "input"],
      properties: { ...template, ...members },
    });
    components.set(`${name}Step`, {
      title,
      description,
      type: "object",
      required: ["$type", "name", "status", "input"],
      properties: { ...step, ...members, output: { anyOf: [refTo(`${name}Output`), { type: "null" }] } },
    });
  }
  components.set("WorkflowStepTemplate", choiceOf(templates));
  components.set("WorkflowStep", choiceOf(steps));
}

function choiceOf(names: Record<string, string>): PrintedSchema {
  const mapping = Object.fromEntries(
    Object.entries(names).map(([type, name]) => [type, `#/components/schemas/${name}`]),
  );
  return { oneOf: Object.values(names).map(refTo), discriminator: { propertyName: "$type", mapping } };
}

function membersOf(printed: PrintedSchema): Record<string, unknown> {
  const { $type: _, input: __, output: ___, ...members } = isObject(printed.properties) ? printed.properties : {};
  return members;
}

/** The schema of a list of steps, to be put in place of the loose one. */
export function stepsOf(name: "WorkflowStepTemplate" | "WorkflowStep"): PrintedSchema {
  return { type: "array", items: refTo(name), ...(name === "WorkflowStepTemplate" ? { minItems: 1 } : {}) };
}
