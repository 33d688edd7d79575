import { describe, expect, it } from "vitest";
import type { Field, InputNode } from "../catalogue/catalogue.ts";
import { compileCatalogue } from "../catalogue/compile-catalogue.ts";
import { defaultInput, resolveNode } from "../catalogue/resolve-node.ts";
import { validateInput } from "../catalogue/validate-input.ts";
import { operations } from "../operations.ts";
import { stepTypes } from "../step-inputs/step-types.ts";
import { printOpenApi } from "./openapi.ts";

const document = printOpenApi({ operations, stepTypes });
const catalogue = compileCatalogue(document);
const stepType = (type: string) => {
  const found = catalogue.stepTypes.find((one) => one.type === type);
  if (!found) throw new Error(`There is no step type ${type}.`);
  return found;
};

describe("the printed document", () => {
  it("has a component for every reference", () => {
    const names = Object.keys(document.components.schemas);
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((name) => !names.includes(String(name)))).toEqual([]);
  });

  it("has an operationId of its own for every operation", () => {
    const ids = Object.values(document.paths)
      .flatMap((path) => Object.values(path))
      .map((operation) => (operation as { operationId: string }).operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("InvokeImageGenStepTemplate");
  });

  it("declares the status filter of the list and the whatif of an update", () => {
    const parametersAt = (path: string, method: string) => {
      const operation = document.paths[path]?.[method] as { parameters: { name: string }[] };
      return operation.parameters.map(({ name }) => name);
    };
    expect(parametersAt("/v2/consumer/workflows", "get")).toEqual(
      expect.arrayContaining(["status", "tags", "excludeTags"]),
    );
    expect(parametersAt("/v2/consumer/workflows/{workflowId}", "put")).toContain("whatif");
  });

  it("says what a parameter may be, and what holds where it is left out", () => {
    const list = document.paths["/v2/consumer/workflows"]?.get as { parameters: object[] };
    expect(list.parameters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "hideMatureContent", schema: { type: "boolean", default: true } }),
        expect.objectContaining({
          name: "take",
          schema: expect.objectContaining({ type: "integer", minimum: 1, maximum: 1000, default: 100 }),
        }),
        expect.objectContaining({
          name: "status",
          schema: { type: "array", items: { type: "string", enum: expect.arrayContaining(["failed", "expired"]) } },
        }),
        expect.objectContaining({ name: "tags", schema: { type: "array", items: { type: "string" } } }),
      ]),
    );
  });
});

describe("the catalogue of the printed document", () => {
  it("has every built-in step type, with help on its fields", () => {
    expect(catalogue.stepTypes.map(({ type }) => type)).toEqual(stepTypes.map(({ type }) => type));
    for (const { type, input } of catalogue.stepTypes) {
      for (const field of leaves(input).flat()) expect(field.help, `${type}: ${field.name}`).toBeTruthy();
    }
  });

  it("starts every step type with its choices made, and falls back to raw JSON for no field of imageGen", () => {
    for (const { type, input } of catalogue.stepTypes) {
      expect(
        resolveNode(input, defaultInput(input)).choices.every(({ option }) => option),
        type,
      ).toBe(true);
    }
    expect(
      leaves(stepType("imageGen").input)
        .flat()
        .filter(({ shape }) => shape.kind === "open"),
    ).toEqual([]);
  });

  it("keeps the choices of imageGen apart: engine, then what the engine asks for", () => {
    const { choices, fields } = resolveNode(stepType("imageGen").input, {
      engine: "sdcpp",
      ecosystem: "sdxl",
      operation: "createImage",
    });
    expect(choices.map(({ choice }) => choice.discriminator)).toEqual(["engine", "ecosystem", "operation"]);
    expect(fields?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["prompt", "model", "steps", "width", "seed"]),
    );
    expect(validateInput(stepType("imageGen").input, { engine: "flux", prompt: "a cat", width: 1 })).toEqual({
      width: "At least 64.",
    });
  });

  it("says where outputs are, and which fields take media", () => {
    const ports = (type: string) => stepType(type).outputs.map(({ path, kind }) => `${kind} ${path}`);
    expect(ports("imageGen")).toContain("image output.images[0].url");
    expect(ports("imageUpscaler")).toContain("image output.blob.url");
    expect(ports("videoGen")).toContain("video output.video.url");
    expect(ports("transcode")).toContain("video output.url");
    expect(ports("promptEnhancement")).toContain("text output.enhancedPrompt");
    expect(ports("chatCompletion")).toContain("text output.choices[0].message.content");
    const image = leaves(stepType("imageUpscaler").input)
      .flat()
      .find(({ name }) => name === "image");
    expect(image).toMatchObject({ control: "media", shape: { kind: "text", medium: "image" } });
  });
});

function leaves(node: InputNode): Field[][] {
  if (node.kind === "choice") return node.options.flatMap((option) => leaves(option.node));
  return [node.kind === "fields" ? node.fields : [node.field]];
}
