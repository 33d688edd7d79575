import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkStepInput } from "./check-step-input.ts";
import { findStepType } from "./step-types.ts";

type Sample = { page: string; n: number; path: string; body: Record<string, unknown> };
type Step = { $type: string; input: Record<string, unknown> };

const file = join(process.env.CONTRACT_DATA ?? "../shared", "samples/requests.json");
const samples: Sample[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];

/** The engines of a type that has any, as far as they are built in. Source: decisions, "Step types". */
const engines: Record<string, RegExp> = {
  imageGen: /^(flux|flux2|google|openai|seedream|sdcpp (sdxl|sd1))( |$)/,
  videoGen: /^(wan|kling|veo3)( |$)/,
};

describe.skipIf(!existsSync(file))("sample requests", () => {
  const steps = samples.flatMap((sample) => stepsOf(sample)).filter(isBuiltIn);

  it("are there to be checked", () => {
    expect(steps.length).toBeGreaterThanOrEqual(20);
  });

  it.each(steps)("fits with nothing dropped: $name", ({ $type, input }) => {
    const type = findStepType($type);
    expect(type && checkStepInput(type.input, input)).toMatchObject({ ok: true, dropped: [] });
  });
});

function stepsOf({ page, n, path, body }: Sample): (Step & { name: string })[] {
  const recipe = path.match(/\/recipes\/(\w+)$/)?.[1];
  const steps = recipe ? [{ $type: recipe, input: body }] : Array.isArray(body.steps) ? body.steps : [];
  return steps.map((step: Step, index) => ({ ...step, name: `${page} ${n}, step ${index}, ${step.$type}` }));
}

function isBuiltIn({ $type, input }: Step): boolean {
  const pattern = engines[$type];
  const engine = [input.engine, input.ecosystem].filter(Boolean).join(" ");
  return findStepType($type) !== undefined && (pattern === undefined || pattern.test(engine));
}
