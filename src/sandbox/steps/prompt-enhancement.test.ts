import { describe, expect, it } from "vitest";
import { promptEnhancement } from "#contract/step-inputs/prompt-enhancement.ts";
import { tryStep } from "./step-trial.ts";

const enhance = async (input: object) =>
  promptEnhancement.output.parse((await tryStep("promptEnhancement", { ecosystem: "sdxl", ...input })).output);

describe("promptEnhancement", () => {
  it("keeps the prompt and adds tags for a model that reads tags", async () => {
    const { enhancedPrompt } = await enhance({ prompt: "a red fox in the snow." });
    expect(enhancedPrompt).toMatch(/^a red fox in the snow, /);
    expect(enhancedPrompt.split(", ").length).toBeGreaterThan(3);
  });

  it("adds sentences for a model that reads sentences, and motion for a video", async () => {
    expect((await enhance({ ecosystem: "flux", prompt: "a red fox" })).enhancedPrompt).toMatch(/^a red fox\. [A-Z]/);
    expect((await enhance({ ecosystem: "ltx2", prompt: "a red fox" })).enhancedPrompt).toMatch(/camera|shot/);
  });

  it("enriches even a prompt that leaves nothing open", async () => {
    const prompt = "A crisp photo, close-up view of rough textures in warm light";
    expect((await enhance({ prompt })).enhancedPrompt.length).toBeGreaterThan(prompt.length);
  });

  it("stays within the length that the instruction sets", async () => {
    const { enhancedPrompt } = await enhance({
      prompt: "a red fox in deep snow",
      instruction: "keep it under 9 words",
    });
    expect(enhancedPrompt.split(/\s+/).length).toBeLessThanOrEqual(9);
    expect(enhancedPrompt).toContain("a red fox in deep snow");
  });

  it.each(["1", " ", "[", ",", "("])("holds nobody up with a very long row of %j", async (character) => {
    // Read by patterns that go back, this takes longer than a test may.
    const text = `a${character.repeat(300_000)}b`;
    const { enhancedPrompt } = await enhance({ prompt: text, negativePrompt: text, instruction: text });
    expect(enhancedPrompt).toContain("a");
  });

  it("says the same for the same input", async () => {
    const input = { prompt: "a red fox", temperature: 0.9 };
    expect(await enhance(input)).toEqual(await enhance(input));
  });

  it("adds to a negative prompt, without repeating it, and makes none up", async () => {
    expect((await enhance({ prompt: "a fox", negativePrompt: "Blurry, text" })).enhancedNegativePrompt).toBe(
      "Blurry, text, worst quality, low quality, bad anatomy, watermark",
    );
    expect((await enhance({ prompt: "a fox" })).enhancedNegativePrompt).toBeNull();
  });

  it.each([
    ["short", { prompt: "a fox" }, "warning", /leaves almost everything open/],
    ["long", { prompt: "fox, ".repeat(60) }, "warning", /tokens; the model reads 77/],
    ["contradictory", { prompt: "a fox by day and by night in warm light" }, "error", /"day" and "night"/],
    ["weighted for a model without weights", { ecosystem: "flux", prompt: "a (red:1.3) fox" }, "warning", /Weights/],
    ["negative", { prompt: "a fox in the forest without people" }, "info", /not wanted/],
    ["silent about the light", { prompt: "a fox in the forest" }, "info", /light/],
  ])("tells that a prompt is %s, and what to do", async (_, input, severity, description) => {
    const { issues, recommendations } = await enhance(input);
    expect(issues).toContainEqual({ severity, description: expect.stringMatching(description) });
    expect(recommendations).toHaveLength(issues.length);
  });

  it("finds nothing wrong with a prompt that says it all", async () => {
    const prompt = "A fox on a snowy hill at dusk, wide shot in cold light, fine textures of fur, crisp photo";
    expect(await enhance({ prompt })).toMatchObject({ issues: [], recommendations: [] });
  });
});
