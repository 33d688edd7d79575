import { describe, expect, it } from "vitest";
import { z } from "zod";
import { chatCompletion } from "./chat-completion.ts";
import { checkStepInput } from "./check-step-input.ts";
import { convertImage } from "./convert-image.ts";
import { echo } from "./echo.ts";
import { imageGen } from "./image-gen.ts";
import { textToImage } from "./text-to-image.ts";
import { videoGen } from "./video-gen.ts";

const reference = { $ref: "hero", path: "output.images[0].url" };
const argument = { $ref: "$arguments", path: "size" };
const checkpoint = "urn:air:sdxl:checkpoint:civitai:101055@128078";
const sdxl = { engine: "sdcpp", ecosystem: "sdxl", operation: "createImage", model: checkpoint, prompt: "a cat" };

describe("an input that fits", () => {
  it("comes back with its defaults", () => {
    expect(checkStepInput(imageGen.input, sdxl)).toMatchObject({
      ok: true,
      input: { ...sdxl, width: 1024, height: 1024, steps: 20, cfgScale: 7, quantity: 1, outputFormat: "jpeg" },
      dropped: [],
    });
  });

  it("accepts the guide's own examples", () => {
    const guideImage = { engine: "flux", prompt: "A cat astronaut", width: 1024, height: 1024 };
    const guideChat = { model: "openai/gpt-oss-120b", messages: [{ role: "user", content: "Summarize this." }] };
    expect(checkStepInput(imageGen.input, guideImage)).toMatchObject({ ok: true, dropped: [] });
    expect(checkStepInput(chatCompletion.input, guideChat)).toMatchObject({ ok: true, dropped: [] });
  });

  it("fills in discriminators that have a default", () => {
    expect(checkStepInput(videoGen.input, { engine: "wan", prompt: "waves" })).toMatchObject({
      ok: true,
      input: { version: "v2.1", provider: "civitai", width: 480 },
    });
    expect(checkStepInput(videoGen.input, { engine: "wan", version: "v2.6", prompt: "waves" })).toMatchObject({
      ok: true,
      input: { version: "v2.6", provider: "fal", operation: "text-to-video", resolution: "1080p" },
    });
  });

  it("loses the fields that the schema does not know, and says which", () => {
    const input = {
      image: "https://example.test/cat.png",
      output: { format: "png", quality: 3, hideMetadata: true },
      transforms: [{ type: "resize", targetWidth: 64, height: 64 }],
      negative_prompt: "blurry",
    };
    expect(checkStepInput(convertImage.input, input, ["steps", 1, "input"])).toEqual({
      ok: true,
      input: {
        image: "https://example.test/cat.png",
        output: { format: "png", hideMetadata: true },
        transforms: [{ type: "resize", targetWidth: 64 }],
      },
      dropped: [
        "steps[1].input.output.quality",
        "steps[1].input.transforms[0].height",
        "steps[1].input.negative_prompt",
      ],
    });
  });

  it("loses a reference in a field that the schema does not know", () => {
    expect(checkStepInput(echo.input, { message: "hello", image: reference })).toEqual({
      ok: true,
      input: { message: "hello" },
      dropped: ["image"],
    });
  });
});

describe("a choice that is spelled otherwise", () => {
  it("is taken, and comes back as the schema spells it", () => {
    expect(
      checkStepInput(textToImage.input, { prompt: "a cat", scheduler: "EulerA", outputFormat: "webp" }),
    ).toMatchObject({
      ok: true,
      input: { scheduler: "eulerA", outputFormat: "webP" },
      dropped: [],
    });
    expect(checkStepInput(videoGen.input, { engine: "kling", prompt: "waves", duration: 10 })).toMatchObject({
      ok: true,
      input: { duration: "10" },
    });
    expect(checkStepInput(videoGen.input, { engine: "veo3", prompt: "waves", duration: "6" })).toMatchObject({
      ok: true,
      input: { duration: 6 },
    });
  });

  it("is still refused where it means none of the choices, and for an engine", () => {
    expect(checkStepInput(videoGen.input, { engine: "kling", prompt: "waves", mode: "Best" })).toMatchObject({
      ok: false,
      errors: { mode: [expect.stringContaining('"standard"')] },
    });
    expect(checkStepInput(videoGen.input, { engine: "Kling", prompt: "waves" })).toMatchObject({ ok: false });
  });
});

describe("a reference", () => {
  it.each([
    ["a text", { ...sdxl, prompt: { $ref: "enhance.output.enhancedPrompt" } }],
    ["a bounded number", { ...sdxl, width: argument, steps: argument }],
    ["an AIR", { ...sdxl, model: argument }],
    ["an enumeration", { ...sdxl, sampleMethod: argument }],
    ["a whole map", { ...sdxl, loras: { $ref: "$arguments", path: "loras" } }],
    ["a value of a map", { ...sdxl, loras: { "urn:air:sdxl:lora:civitai:1@2": argument } }],
  ])("may stand for %s, beside defaults", (_, input) => {
    expect(checkStepInput(imageGen.input, input)).toMatchObject({
      ok: true,
      input: { ...input, cfgScale: 7 },
      dropped: [],
    });
  });

  it("may stand for a list, an item of a list and an object", () => {
    const edit = { engine: "flux2", model: "klein", operation: "editImage", prompt: "snow" };
    for (const images of [reference, [reference], ["https://example.test/a.png", reference]]) {
      expect(checkStepInput(imageGen.input, { ...edit, images })).toMatchObject({ ok: true, input: { images } });
    }
    const format = { model: "any", messages: [{ role: "user", content: "Hi" }], responseFormat: argument };
    expect(checkStepInput(chatCompletion.input, format)).toMatchObject({
      ok: true,
      input: { responseFormat: argument },
    });
    const networks = { prompt: "a cat", controlNets: [argument] };
    expect(checkStepInput(textToImage.input, networks)).toMatchObject({ ok: true, input: { controlNets: [argument] } });
  });

  it("may stand inside one alternative of several", () => {
    const messages = [{ role: "user", content: [{ type: "image_url", image_url: { url: reference } }] }];
    expect(checkStepInput(chatCompletion.input, { model: "any", messages })).toMatchObject({
      ok: true,
      input: { messages, temperature: 1 },
      dropped: [],
    });
  });

  it("may stand for an engine, a model or an operation", () => {
    for (const input of [
      { engine: argument, prompt: "a cat" },
      { engine: "flux2", model: argument, operation: "createImage", prompt: "a cat" },
      { ...sdxl, operation: argument },
    ]) {
      expect(checkStepInput(imageGen.input, input)).toEqual({ ok: true, input, dropped: [] });
    }
  });

  it("may stand for the whole input", () => {
    expect(checkStepInput(echo.input, argument)).toEqual({ ok: true, input: argument, dropped: [] });
    expect(checkStepInput(imageGen.input, argument)).toEqual({ ok: true, input: argument, dropped: [] });
  });

  it("excuses only its own field", () => {
    expect(checkStepInput(imageGen.input, { ...sdxl, width: argument, height: 9 }, ["steps", 0, "input"])).toEqual({
      ok: false,
      errors: { "steps[0].input.height": [expect.stringContaining("64")] },
    });
  });

  it("is no reference with other members beside it", () => {
    expect(checkStepInput(echo.input, { message: { ...reference, extra: 1 } })).toMatchObject({ ok: false });
  });
});

describe("an input that does not fit", () => {
  const errorsOfInput = (schema: z.ZodType, input: unknown) => {
    const checked = checkStepInput(schema, input, ["steps", 0, "input"]);
    return checked.ok ? undefined : checked.errors;
  };

  it("is told at the path of the field", () => {
    expect(errorsOfInput(imageGen.input, { ...sdxl, width: 4096, steps: 0 })).toEqual({
      "steps[0].input.width": [expect.stringContaining("2048")],
      "steps[0].input.steps": [expect.stringContaining("1")],
    });
  });

  it("is told what is missing", () => {
    expect(errorsOfInput(imageGen.input, { engine: "flux" })).toEqual({
      "steps[0].input.prompt": ["The prompt field is required."],
    });
    expect(errorsOfInput(imageGen.input, undefined)).toEqual({ "steps[0].input": ["The input field is required."] });
  });

  it("names an unknown engine and the known ones", () => {
    expect(errorsOfInput(imageGen.input, { engine: "flux9", prompt: "a cat" })).toEqual({
      "steps[0].input.engine": ['Unknown engine "flux9": it is one of flux, flux2, sdcpp, google, openai, seedream.'],
    });
    expect(errorsOfInput(imageGen.input, { prompt: "a cat" })).toEqual({
      "steps[0].input.engine": ["The engine field is required: one of flux, flux2, sdcpp, google, openai, seedream."],
    });
  });

  it("names an unknown value of a nested discriminator", () => {
    expect(errorsOfInput(videoGen.input, { engine: "wan", version: "v9", prompt: "waves" })).toEqual({
      "steps[0].input.version": [expect.stringMatching(/^Unknown version "v9": it is one of .*v2\.7/)],
    });
    expect(errorsOfInput(imageGen.input, { ...sdxl, operation: "editImage" })).toEqual({
      "steps[0].input.operation": ['Unknown operation "editImage": it is one of createImage, createVariant.'],
    });
  });

  it("is told at one field, though a value has several alternatives", () => {
    const chat = (content: unknown) => ({ model: "any", messages: [{ role: "user", content }] });
    expect(errorsOfInput(chatCompletion.input, chat(5))).toEqual({
      "steps[0].input.messages[0].content": ["Invalid input: expected string or array"],
    });
    expect(errorsOfInput(chatCompletion.input, chat([{ type: "text", text: "Hi" }, { type: "text" }]))).toEqual({
      "steps[0].input.messages[0].content[1].text": ["The text field is required."],
    });
  });

  it("is told that an AIR is none", () => {
    expect(errorsOfInput(imageGen.input, { ...sdxl, model: "my model!" })).toEqual({
      "steps[0].input.model": ["An AIR looks like urn:air:sdxl:checkpoint:civitai:101055@128078."],
    });
  });
});

it("takes an alternative whose only fault is a reference", () => {
  const schema = z.object({ value: z.union([z.number(), z.object({ depth: z.number() })]) });
  expect(checkStepInput(schema, { value: { depth: argument } })).toMatchObject({ ok: true });
  expect(checkStepInput(schema, { value: { depth: "deep" } })).toMatchObject({
    ok: false,
    errors: { "value.depth": [expect.any(String)] },
  });
});
