import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Field, InputNode, Shape } from "./catalogue.ts";
import { compileCatalogue } from "./compile-catalogue.ts";
import { defaultInput, resolveNode } from "./resolve-node.ts";
import { switchChoice } from "./switch-choice.ts";
import { validateInput } from "./validate-input.ts";

/*
 * Over the vendor's published document and samples, where they are. They are data for tests and no part of the project.
 */
const folder = process.env.CONTRACT_DATA ?? "../shared";
const [documentPath, samplesPath] = [join(folder, "contract/openapi.json"), join(folder, "samples/requests.json")];
const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));

type Sample = { path: string; body: { steps?: { $type: string; input: unknown }[] } };

describe.skipIf(!existsSync(documentPath))("the published document", () => {
  const catalogue = existsSync(documentPath) ? compileCatalogue(read(documentPath)) : { version: "", stepTypes: [] };
  const byType = (type: string) => {
    const found = catalogue.stepTypes.find((one) => one.type === type);
    if (!found) throw new Error(`There is no step type ${type}.`);
    return found;
  };

  it("gives all 45 step types, with every variant of imageGen and videoGen", () => {
    expect(catalogue.stepTypes).toHaveLength(45);
    expect(leaves(byType("imageGen").input)).toHaveLength(100);
    expect(leaves(byType("videoGen").input)).toHaveLength(67);
  });

  it("finds fields in every variant but those whose schema has none", () => {
    const bare = catalogue.stepTypes.flatMap(({ type, input }) =>
      leaves(input)
        .filter((leaf) => leaf.length === 0)
        .map(() => type),
    );
    expect(bare).toEqual([]);
  });

  it("has defaults that pass the check", () => {
    for (const { type, input } of catalogue.stepTypes) {
      for (const field of leaves(input).flat()) {
        if (field.default === undefined || field.default === null) continue;
        const node: InputNode = { kind: "fields", fields: [field], fixed: [], isOpen: false };
        expect(validateInput(node, { [field.name]: field.default }), `${type}: ${field.name}`).toEqual({});
      }
    }
  });

  it("leaves only truly open schemas to raw JSON", () => {
    const open = new Set(
      catalogue.stepTypes.flatMap(({ type, input }) => openFields(input, []).map((path) => `${type}: ${path}`)),
    );
    // Each of these is `object` or anything at all in the document, or a raw ComfyUI graph.
    expect(
      [...open].filter(
        (place) =>
          !/chatTemplateKwargs|workflow|metadata|schema|parameters|arguments|logitBias|tool_?choice|inputs|function|response_?format|input$/i.test(
            place,
          ),
      ),
    ).toEqual([]);
  });

  it("says where the outputs are that a chain refers to", () => {
    const paths = (type: string) => byType(type).outputs.map(({ path, kind }) => `${kind} ${path}`);
    expect(paths("imageGen")).toContain("image output.images[0].url");
    expect(paths("imageUpscaler")).toContain("image output.blob.url");
    expect(paths("videoGen")).toContain("video output.video.url");
    expect(paths("transcode")).toContain("video output.url");
    expect(paths("textToSpeech")).toContain("audio output.audioBlob.url");
    expect(paths("promptEnhancement")).toContain("text output.enhancedPrompt");
    expect(paths("chatCompletion")).toContain("text output.choices[0].message.content");
  });

  it("keeps what fits when another engine is chosen, and tells what does not", () => {
    const { input } = byType("imageGen");
    const sdxl = {
      engine: "sdcpp",
      ecosystem: "sdxl",
      operation: "createImage",
      prompt: "a cat",
      cfgScale: 5,
      width: 832,
    };
    const switched = switchChoice(input, sdxl, "engine", "google");
    expect(switched.input).toMatchObject({ engine: "google", prompt: "a cat" });
    expect(Object.keys(switched.dropped).sort()).toEqual(["cfgScale", "ecosystem", "operation", "width"]);
    expect(resolveNode(input, switched.input).choices.every(({ option }) => option)).toBe(true);
  });

  it("starts every step type with an input whose choices are made", () => {
    for (const { type, input } of catalogue.stepTypes) {
      const { choices } = resolveNode(input, defaultInput(input));
      expect(
        choices.every(({ option }) => option),
        type,
      ).toBe(true);
    }
  });

  it("names one field for one mistake, five discriminators deep", () => {
    const input = {
      engine: "sdcpp",
      ecosystem: "sdxl",
      operation: "createImage",
      model: "urn:air:sdxl:checkpoint:civitai:1@1",
      prompt: "a cat",
      steps: 9999,
    };
    expect(validateInput(byType("imageGen").input, input)).toEqual({ steps: "At most 150." });
    expect(validateInput(byType("imageGen").input, { engine: "nope" })).toEqual({
      engine: 'There is no engine "nope".',
    });
  });

  // Where the published document contradicts the published samples: files that are "required" and left out, thresholds
  // of another scale, a style that the enum lacks.
  const contradicted = ["vaeModel", "clipLModel", "t5XXLModel", "cannyLowThreshold", "cannyHighThreshold", "style"];

  it.skipIf(!existsSync(samplesPath))(
    "finds nothing wrong with the published sample bodies but what the document contradicts",
    () => {
      const samples: Sample[] = read(samplesPath);
      const wrong = samples.flatMap(({ path, body }, index) => {
        const recipe = /recipes\/(\w+)$/.exec(path)?.[1];
        const steps = recipe ? [{ $type: recipe, input: body }] : (body.steps ?? []);
        return steps.flatMap(({ $type, input }) => {
          const errors = validateInput(byType($type).input, input);
          return Object.keys(errors).some((field) => !contradicted.includes(field)) ? [{ index, $type, errors }] : [];
        });
      });
      expect(samples).toHaveLength(119);
      expect(wrong).toEqual([]);
    },
  );
});

describe("a member that the document calls read only", () => {
  const schemas = {
    WorkflowStepTemplate: {
      type: "object",
      properties: { $type: { type: "string" } },
      discriminator: { propertyName: "$type", mapping: { tidy: "#/components/schemas/TidyStepTemplate" } },
    },
    TidyStepTemplate: {
      allOf: [
        { $ref: "#/components/schemas/WorkflowStepTemplate" },
        { type: "object", required: ["input"], properties: { input: { $ref: "#/components/schemas/TidyInput" } } },
      ],
    },
    TidyInput: {
      type: "object",
      required: ["image", "worker", "parts"],
      properties: {
        image: { type: "string" },
        worker: { type: "string", readOnly: true },
        parts: { type: "array", items: { $ref: "#/components/schemas/Part" } },
      },
    },
    Part: { type: "object", required: ["type"], properties: { type: { type: "string", readOnly: true } } },
  };
  const { stepTypes } = compileCatalogue({ openapi: "3.1.0", components: { schemas } });
  const input = stepTypes[0]?.input ?? { kind: "fields", fields: [], fixed: [], isOpen: true };

  it("is no field: the server works it out, and a request leaves it away", () => {
    expect(leaves(input).flat()).toMatchObject([{ name: "image" }, { name: "parts" }]);
    expect(validateInput(input, { image: "cat.png" })).toEqual({});
  });

  it("is one where it tells what the rest of an object is", () => {
    expect(Object.keys(validateInput(input, { image: "cat.png", parts: [{}] }))).toEqual(["parts[0].type"]);
  });
});

function leaves(node: InputNode): Field[][] {
  if (node.kind === "choice") return node.options.flatMap((option) => leaves(option.node));
  return [node.kind === "fields" ? node.fields : [node.field]];
}

function openFields(node: InputNode, path: string[], depth = 0): string[] {
  if (depth > 6) return [];
  if (node.kind === "choice") return node.options.flatMap((option) => openFields(option.node, path, depth));
  const fields = node.kind === "fields" ? node.fields : [node.field];
  return fields.flatMap((field) => openIn(field.shape, [...path, field.name], depth + 1));
}

function openIn(shape: Shape, path: string[], depth: number): string[] {
  switch (shape.kind) {
    case "open":
      return [path.join(".")];
    case "object":
      return openFields(shape.node, path, depth);
    case "list":
      return openIn(shape.item.shape, path, depth);
    case "map":
      return openIn(shape.value.shape, path, depth);
    case "union":
      return shape.alternatives.flatMap(({ field }) => openIn(field.shape, path, depth));
    default:
      return [];
  }
}
