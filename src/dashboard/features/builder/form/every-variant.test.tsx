// @vitest-environment jsdom
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { CatalogueStepType, InputNode, Shape } from "#contract/catalogue/catalogue.ts";
import { compileCatalogue } from "#contract/catalogue/compile-catalogue.ts";
import { resolveNode } from "#contract/catalogue/resolve-node.ts";
import { printOpenApi } from "#contract/openapi/openapi.ts";
import { operations } from "#contract/operations.ts";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { bareFormScope } from "#dashboard/testing/bare-form-scope.ts";
import { StepForm } from "./step-form.tsx";

/*
 * Over the vendor's published document where it is, and over our own always: every variant of every step type draws,
 * and no field falls back to JSON unless its schema is open.
 */
const documentPath = join(process.env.CONTRACT_DATA ?? "../shared", "contract/openapi.json");
const documents = [
  { name: "our own document", document: printOpenApi({ operations, stepTypes }) },
  ...(existsSync(documentPath)
    ? [{ name: "the published document", document: JSON.parse(readFileSync(documentPath, "utf8")) }]
    : []),
];

afterEach(cleanup);

describe.each(documents)("the forms of $name", ({ document }) => {
  const catalogue = compileCatalogue(document);

  it.each(catalogue.stepTypes.map((stepType) => [stepType.type, stepType] as const))(
    "draw every variant of %s",
    (_, stepType) => {
      for (const input of variantsOf(stepType.input)) {
        const { container, unmount } = render(
          <StepForm stepType={stepType} input={input} onChange={() => {}} scope={bareFormScope} />,
        );
        const missing = labelsOf(stepType, input).filter((label) => !container.textContent?.includes(label));
        expect(missing, JSON.stringify(input)).toEqual([]);
        unmount();
      }
    },
  );

  const { fieldCount, open } = fallbacksOf(catalogue.stepTypes);
  it(`leave 0 of ${fieldCount} fields to JSON but the ${open.length} whose schema is open`, () => {
    expect(fieldCount).toBeGreaterThan(100);
    expect(open.filter((path) => !openByNature.includes(path))).toEqual([]);
  });
});

/** JSON Schemas, the parameters of tools, and a ComfyUI graph: the document says nothing about what is in them. */
const openByNature: readonly string[] = [
  "chatCompletion chatTemplateKwargs",
  "chatCompletion responseFormat.jsonSchema.schema",
  "chatCompletion tool_choice",
  "chatCompletion tools[].function.parameters",
  "chatCompletion tools[].parameters",
  "customComfy workflow",
];

/** How many fields the step types have, and where among them or inside them stands one that is edited as JSON. */
function fallbacksOf(all: readonly CatalogueStepType[]): { fieldCount: number; open: string[] } {
  const [names, open] = [new Set<string>(), new Set<string>()];
  for (const stepType of all) {
    for (const input of variantsOf(stepType.input)) {
      const { fields = [], value } = resolveNode(stepType.input, input);
      for (const field of [...fields, ...(value ? [value] : [])]) {
        names.add(`${stepType.type} ${field.name}`);
        for (const path of openIn(field.shape, field.name)) open.add(`${stepType.type} ${path}`);
      }
    }
  }
  return { fieldCount: names.size, open: [...open] };
}

/** An input for every way through the discriminators. */
function variantsOf(node: InputNode, around: Record<string, unknown> = {}): Record<string, unknown>[] {
  if (node.kind !== "choice") return [around];
  return node.options.flatMap(({ value, node: inner }) =>
    variantsOf(inner, { ...around, [node.discriminator]: value }),
  );
}

function labelsOf(stepType: CatalogueStepType, input: unknown): string[] {
  return (resolveNode(stepType.input, input).fields ?? []).filter(({ isMain }) => isMain).map(({ label }) => label);
}

function openIn(shape: Shape, path: string, depth = 0): string[] {
  if (depth > 6) return [];
  switch (shape.kind) {
    case "open":
      return [path];
    case "list":
      return openIn(shape.item.shape, `${path}[]`, depth + 1);
    case "map":
      return openIn(shape.value.shape, `${path}.*`, depth + 1);
    case "union":
      return shape.alternatives.flatMap(({ field }) => openIn(field.shape, path, depth + 1));
    case "object":
      return variantsOf(shape.node).flatMap((input) =>
        (resolveNode(shape.node, input).fields ?? []).flatMap((field) =>
          openIn(field.shape, `${path}.${field.name}`, depth + 1),
        ),
      );
    default:
      return [];
  }
}
