import { describe, expect, it } from "vitest";
import { readTemplate, writeTemplate } from "./chain-template.ts";
import { importText } from "./import-text.ts";
import { copyOfSteps, pasteSteps } from "./paste-steps.ts";

const chain = readTemplate({
  steps: [
    { $type: "imageGen", name: "hero", input: { prompt: "a fox" }, metadata: { by: 1 } },
    { $type: "imageUpscaler", name: "big", input: { image: { $ref: "hero", path: "output.images[0].url" } } },
  ],
  tags: ["kept"],
});
const read = (text: string) => {
  const imported = importText(text);
  if (!imported.ok) throw new Error(imported.message);
  return imported.chain;
};

describe("pasteSteps", () => {
  it("brings a copied step back under a free name, whole, and refers to what it referred to", () => {
    const [, big] = chain.steps;
    const pasted = pasteSteps(chain, read(big ? copyOfSteps([big], chain) : ""));
    expect(writeTemplate(pasted)).toEqual({
      ...writeTemplate(chain),
      steps: [
        ...(writeTemplate(chain)?.steps ?? []),
        { $type: "imageUpscaler", name: "big2", input: { image: { $ref: "hero", path: "output.images[0].url" } } },
      ],
    });
  });

  it("keeps the references of pasted steps among themselves", () => {
    const pasted = pasteSteps(chain, read(JSON.stringify(writeTemplate(chain))));
    expect(pasted.steps.map(({ name }) => name)).toEqual(["hero", "big", "hero2", "big2"]);
    expect(pasted.steps[3]?.input).toEqual({ image: { $ref: "hero2", path: "output.images[0].url" } });
    expect(pasted.settings.tags).toEqual(["kept"]);
  });

  it("gives unnamed steps a name, and writes it where they are referred to by their place", () => {
    const unnamed = {
      steps: [
        { $type: "echo", input: {} },
        { $type: "echo", input: { message: { $ref: "$0" } } },
      ],
    };
    const pasted = pasteSteps(chain, readTemplate(unnamed));
    expect(pasted.steps.slice(2).map(({ name }) => name)).toEqual(["echo", "echo2"]);
    expect(pasted.steps[3]?.input).toMatchObject({ message: { $ref: "echo" } });
  });

  it("gives every pasted step a key of its own, however often it is pasted", () => {
    const twice = pasteSteps(pasteSteps(chain, chain), chain);
    expect(new Set(twice.steps.map(({ key }) => key)).size).toBe(6);
  });
});
