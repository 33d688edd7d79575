import { blobSchema } from "../blob.ts";
import type { Operation } from "../operation.ts";
import { problemSchema } from "../problem.ts";
import { invokeRecipe, stepOutputSchema } from "../recipe-operations.ts";
import { stepSchema } from "../step.ts";
import type { StepType } from "../step-inputs/step-type.ts";
import { workflowPageSchema, workflowSchema, workflowTemplateSchema } from "../workflow.ts";
import { printOperation } from "./print-operation.ts";
import { type Components, capitalise, type PrintedSchema, printSchema, refTo } from "./print-schema.ts";
import { addStepTypes, stepsOf } from "./print-step-types.ts";

/** The OpenAPI 3.1 document of a server that offers these operations and step types. Plain JSON. */
export function printOpenApi({
  operations,
  stepTypes,
}: {
  operations: readonly Operation[];
  stepTypes: readonly StepType[];
}) {
  const components: Components = new Map();
  addStepTypes(components, stepTypes);
  components.set("WorkflowTemplate", withSteps(printSchema(workflowTemplateSchema, "input"), "WorkflowStepTemplate"));
  components.set("Workflow", withSteps(printSchema(workflowSchema, "output"), "WorkflowStep"));
  components.set("ProblemDetails", printSchema(problemSchema, "output"));
  components.set("Blob", printSchema(blobSchema, "output"));

  const names = new Map<unknown, string>([
    [workflowTemplateSchema, "WorkflowTemplate"],
    [workflowSchema, "Workflow"],
    [problemSchema, "ProblemDetails"],
    [stepSchema, "WorkflowStep"],
    [blobSchema, "Blob"],
    [workflowPageSchema, "WorkflowPage"],
  ]);
  components.set("WorkflowPage", {
    type: "object",
    properties: { items: { type: "array", items: refTo("Workflow") }, next: { type: ["string", "null"] } },
  });

  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations.filter((one) => one.id !== invokeRecipe.id)) {
    const printed = printOperation(operation, (schema) => names.get(schema));
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: printed };
  }
  const recipe = operations.find((one) => one.id === invokeRecipe.id) ?? invokeRecipe;
  for (const { type, description } of stepTypes) {
    const name = (schema: unknown) => (schema === stepOutputSchema ? `${capitalise(type)}Output` : names.get(schema));
    paths[`/v2/consumer/recipes/${type}`] = { post: printRecipe(recipe, type, description, name) };
  }
  return {
    openapi: "3.1.1",
    info: { title: "Baton sandbox orchestrator", version: "1" },
    paths,
    components: {
      schemas: Object.fromEntries(components),
      securitySchemes: { ApiKey: { type: "http", scheme: "bearer" } },
    },
  };
}

/** A recipe of its own path: its body is the step type's input. */
function printRecipe(
  recipe: Operation,
  type: string,
  description: string,
  names: (schema: unknown) => string | undefined,
) {
  const printed = printOperation(recipe, names);
  const parameters = Array.isArray(printed.parameters) ? printed.parameters : [];
  return {
    ...printed,
    operationId: `Invoke${capitalise(type)}StepTemplate`,
    summary: description,
    parameters: parameters.filter(({ name }) => name !== "recipe"),
    requestBody: { required: true, content: { "application/json": { schema: refTo(`${capitalise(type)}Input`) } } },
  };
}

function withSteps(printed: PrintedSchema, name: "WorkflowStepTemplate" | "WorkflowStep"): PrintedSchema {
  const properties = typeof printed.properties === "object" ? printed.properties : {};
  return { ...printed, properties: { ...properties, steps: stepsOf(name) } };
}
