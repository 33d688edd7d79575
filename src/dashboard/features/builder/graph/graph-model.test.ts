import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCatalogue } from "#contract/catalogue/compile-catalogue.ts";
import { printOpenApi } from "#contract/openapi/openapi.ts";
import { operations } from "#contract/operations.ts";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { readTemplate, writeTemplate } from "../chain-template.ts";
import { connect, disconnect, graphOf, whyNotConnect } from "./graph-model.ts";
import { layOut } from "./layout.ts";

const catalogue = compileCatalogue(printOpenApi({ operations, stepTypes }));
const chain = readTemplate({
  steps: [
    { $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a lighthouse" } },
    { $type: "imageUpscaler", name: "big", input: { image: { $ref: "hero", path: "output.images[1].url" } } },
    { $type: "chatCompletion", name: "talk", input: { messages: [{ role: "user", content: "hi" }] } },
    { $type: "imageUpscaler", name: "other", input: { image: "https://x.example/a.png" } },
  ],
});
const key = (name: string) => chain.steps.find((step) => step.name === name)?.key ?? "";
const graph = graphOf(chain, catalogue);
const inputsOf = (name: string) => graph.nodes.find(({ step }) => step.name === name)?.inputs.map(({ path }) => path);
const inputOf = (of: typeof chain, name: string) => of.steps.find((step) => step.name === name)?.input;

describe("graphOf", () => {
  it("has a node for every step and an edge for every reference, from the port that gives such a thing", () => {
    expect(graph.nodes.map(({ step }) => step.name)).toEqual(["hero", "big", "talk", "other"]);
    expect(graph.edges).toEqual([
      { id: `${key("big")} image`, from: key("hero"), output: "output.images[0].url", to: key("big"), input: "image" },
    ]);
  });

  it("offers the media and prompt inputs of the variant, and the outputs by their kind", () => {
    expect(inputsOf("hero")).toContain("prompt");
    expect(inputsOf("big")).toContain("image");
    expect(graph.nodes[0]?.outputs[0]).toMatchObject({ kind: "image", path: "output.images[0].url" });
  });

  it("shows a reference that stands where no port would be", () => {
    const odd = readTemplate({
      steps: [
        { $type: "echo", name: "a", input: { message: "x" } },
        { $type: "imageGen", name: "b", input: { engine: "flux", prompt: "p", seed: { $ref: "a", path: "output.n" } } },
      ],
    });
    expect(graphOf(odd, catalogue).nodes[1]?.inputs.map(({ path }) => path)).toContain("seed");
  });
});

describe("connect and disconnect", () => {
  const edge = { from: key("hero"), output: "output.images[0].url", to: key("other"), input: "image" };

  it("make a reference of an edge, and bring back what stood there when it goes", () => {
    const connected = connect(chain, edge);
    expect(inputOf(connected, "other")).toEqual({ image: { $ref: "hero", path: "output.images[0].url" } });
    expect(writeTemplate(disconnect(connected, edge))).toEqual(writeTemplate(chain));
  });

  it("add an item to a list at its free place, and take it out again", () => {
    const film = readTemplate({
      steps: [
        { $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a" } },
        {
          $type: "videoGen",
          name: "film",
          input: { engine: "wan", version: "v2.5", provider: "fal", images: ["https://x.example/1.png"] },
        },
      ],
    });
    const [from, to] = film.steps.map((step) => step.key);
    const wish = { from: from ?? "", output: "output.images[0].url", to: to ?? "", input: "images[1]" };
    const connected = connect(film, wish);
    expect(inputOf(connected, "film")).toMatchObject({
      images: ["https://x.example/1.png", { $ref: "hero", path: "output.images[0].url" }],
    });
    expect(writeTemplate(disconnect(connected, wish))).toEqual(writeTemplate(film));
  });

  it("take a reference away that stood there from the start", () => {
    expect(inputOf(disconnect(chain, { to: key("big"), input: "image" }), "big")).toEqual({});
  });
});

describe("whyNotConnect", () => {
  const refuse = (from: string, output: string, to: string, input: string) =>
    whyNotConnect(graph, { from: key(from), output, to: key(to), input });

  it("lets an output go where it fits, to a later step", () => {
    expect(refuse("hero", "output.images[0].url", "other", "image")).toBeUndefined();
  });

  it.each([
    ["big", "output.blob.url", "hero", "prompt", /comes later/],
    ["hero", "output.images[0].url", "hero", "prompt", /its own output/],
    ["hero", "output.images[0].url", "big", "nowhere", /no such port/],
  ])("refuses %s %s to %s %s", (from, output, to, input, reason) => {
    expect(refuse(from, output, to, input)).toMatch(reason);
  });

  it("refuses what the input does not take", () => {
    const text = graph.nodes[2]?.outputs.find(({ kind }) => kind === "text");
    expect(text && refuse("talk", text.path, "other", "image")).toMatch(/takes no text/);
  });
});

describe("layOut", () => {
  it("puts every step to the right of those it uses, and none over another", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8), { minLength: 1, maxLength: 12 }), (sources) => {
        const many = readTemplate({
          steps: sources.map((source, index) => ({
            $type: "imageUpscaler",
            name: `s${index}`,
            input: index === 0 ? {} : { image: { $ref: `s${source % index}`, path: "output.blob.url" } },
          })),
        });
        const drawn = graphOf(many, catalogue);
        const places = layOut(drawn);
        for (const { from, to } of drawn.edges) {
          expect(places.get(from)?.x ?? 0).toBeLessThan(places.get(to)?.x ?? 0);
        }
        const spots = [...places.values()].map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`);
        expect(new Set(spots).size).toBe(spots.length);
      }),
      { numRuns: 40 },
    );
  });
});
