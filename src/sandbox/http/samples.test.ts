import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { httpTrial } from "./http-trial.ts";

/*
 * A sandbox with its built-in step types only, over the request bodies of the vendor's guide. They are data for tests
 * and no part of the project; with the vendor's document, published-contract.test.ts takes all of them.
 */
const file = join(process.env.CONTRACT_DATA ?? "../shared", "samples/requests.json");

type Step = { $type: string; input: Record<string, unknown> };
type Sample = { page: string; n: number; path: string; body: { steps?: Step[] } & Record<string, unknown> };
/** What a refusal has to say: where in the request, and the word that no built-in type knows. */
type Unknown = { place: string; word: string };

/**
 * The built-in step types; of those with engines, the built-in engines and ecosystems. Written out, so that a type that
 * gets lost is missed. Source: decisions, "Step types".
 */
const builtIn: Record<string, { engines: string[]; ecosystems?: string[] } | "any engine"> = {
  imageGen: {
    engines: ["flux", "flux2", "sdcpp", "google", "openai", "seedream"],
    ecosystems: ["sdxl", "sd1"],
  },
  videoGen: { engines: ["wan", "kling", "veo3"] },
  textToImage: "any engine",
  imageUpscaler: "any engine",
  imageBackgroundRemoval: "any engine",
  convertImage: "any engine",
  transcode: "any engine",
  chatCompletion: "any engine",
  promptEnhancement: "any engine",
  mediaRating: "any engine",
  mediaHash: "any engine",
  wdTagging: "any engine",
  textToSpeech: "any engine",
  transcription: "any engine",
  aceStepAudio: "any engine",
  comfy: "any engine",
  videoUpscaler: "any engine",
  echo: "any engine",
};

const samples: Sample[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
const named = samples.map((sample) => ({ ...sample, name: `${sample.page} ${sample.n}`, unknown: unknownIn(sample) }));
const isRecipe = ({ path }: Sample) => path.includes("/recipes/");

describe.skipIf(!existsSync(file))("whatif of the guide's requests", () => {
  const { say } = httpTrial({ rateLimit: { perMinute: 1e9, burst: 1e9 } });
  const quote = ({ path, body }: Sample) => {
    const separator = path.includes("?") ? "&" : "?";
    return say("POST", `${path}${separator}whatif=true`, { body });
  };
  const runnable = named.filter(({ unknown }) => unknown.length === 0);
  const refused = named.filter(({ unknown }) => unknown.length > 0);

  it("is asked of workflows and recipes, of built-in types and others", () => {
    expect(runnable.length).toBeGreaterThanOrEqual(23);
    expect(runnable.some(isRecipe)).toBe(true);
    expect(refused.some(isRecipe)).toBe(true);
    expect(refused.length).toBeGreaterThan(0);
  });

  it.each(runnable)("answers 200 with a price and every field understood: $name", async (sample) => {
    const { status, headers, body } = await quote(sample);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.cost.total).toBeGreaterThan(0);
    expect(body.steps.map(({ $type }: Step) => $type)).toEqual(stepsOf(sample).map(({ $type }) => $type));
    expect(headers.get("X-Sandbox-Dropped-Fields")).toBeNull();
  });

  it.each(refused.filter((sample) => !isRecipe(sample)))(
    "answers 400 with each step type, engine or ecosystem that is not built in: $name",
    async (sample) => {
      const { status, body } = await quote(sample);
      expect(status).toBe(400);
      for (const { place, word } of sample.unknown) {
        expect(body.errors[place]).toEqual([expect.stringContaining(`"${word}"`)]);
      }
    },
  );

  it.each(refused.filter(isRecipe))("answers 404 with the recipe that is not built in: $name", async (sample) => {
    const { status, body } = await quote(sample);
    expect(status).toBe(404);
    expect(body.detail).toContain(`"${sample.unknown[0]?.word}"`);
  });
});

function stepsOf({ path, body }: Sample): Step[] {
  const recipe = path.match(/\/recipes\/(\w+)/)?.[1];
  return recipe ? [{ $type: recipe, input: body }] : (body.steps ?? []);
}

function unknownIn(sample: Sample): Unknown[] {
  return stepsOf(sample).flatMap(({ $type, input }, index) => {
    const known = builtIn[$type];
    if (known === undefined) return [{ place: `steps[${index}].$type`, word: $type }];
    if (known === "any engine") return [];
    const { engine, ecosystem } = input;
    if (!known.engines.includes(String(engine)))
      return [{ place: `steps[${index}].input.engine`, word: String(engine) }];
    if (engine !== "sdcpp" || known.ecosystems?.includes(String(ecosystem))) return [];
    return [{ place: `steps[${index}].input.ecosystem`, word: String(ecosystem) }];
  });
}
