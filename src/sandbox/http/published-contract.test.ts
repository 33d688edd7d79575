import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { InputNode } from "#contract/catalogue/catalogue.ts";
import { compileCatalogue } from "#contract/catalogue/compile-catalogue.ts";
import { isObject } from "#contract/json.ts";
import { isReference } from "#contract/reference.ts";
import { flux, httpTrial } from "./http-trial.ts";
import { leastInputs } from "./least-inputs.ts";

/*
 * The sandbox with the vendor's published document (SANDBOX_CONTRACT), over the vendor's samples. Both are data for
 * tests and no part of the project.
 */
const folder = process.env.CONTRACT_DATA ?? "../shared";
const [documentPath, samplesPath] = [join(folder, "contract/openapi.json"), join(folder, "samples/requests.json")];
const isHere = existsSync(documentPath) && existsSync(samplesPath);
const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));

type Step = { $type: string; input: Record<string, unknown> };
type Sample = { path: string; body: { steps?: Step[] } };

const samples: [number, Sample][] = isHere
  ? read(samplesPath).map((sample: Sample, index: number) => [index, sample])
  : [];
const token = "sandbox_published";

describe.skipIf(!isHere)("a sandbox with a published document", () => {
  const rateLimit = { perMinute: 1e9, burst: 1e9 };
  const { say, pass, sandbox } = httpTrial({ rateLimit, ...(isHere ? { publishedDocument: read(documentPath) } : {}) });
  const post = (path: string, body: unknown) => say("POST", path, { token, body });
  const whatif = (path: string) => `${path}${path.includes("?") ? "&" : "?"}whatif=true`;

  beforeAll(async () => {
    await say("POST", "/_sandbox/accounts", { body: { token, balances: { blue: 1_000_000, green: 0, yellow: 0 } } });
  });

  // Clips are really encoded and enlarged, which takes its time on a busy machine.
  it.each(samples)("prices and runs published body %i", { timeout: 120_000 }, async (_, { path, body }) => {
    const quote = await post(whatif(path), body);
    expect(quote.status, JSON.stringify(quote.body)).toBe(200);
    expect(quote.body.cost.total).toBeGreaterThan(0);
    const run = await post(path.replace(/wait=\d+/, "wait=0"), body);
    expect([200, 202]).toContain(run.status);
    await pass(60);
    const { body: end } = await say("GET", `/v2/consumer/workflows/${run.body.id}`, { token });
    if (end.status !== "succeeded") {
      // A built-in step has to process the bytes themselves, and those of another host are never fetched.
      const reasons = JSON.stringify(end.steps);
      expect(reasons).toContain("never fetches media from other hosts");
    }
  });

  it.each(samples)(
    "refuses published body %i with one field broken, and names the field",
    async (_, { path, body }) => {
      const { input, place } = inputOf(body);
      const field = Object.keys(input).find((name) => !isReference(input[name]) && isChecked(input[name]));
      if (field === undefined) return;
      const broken = structuredClone(body);
      inputOf(broken).input[field] = Array.isArray(input[field]) ? 7 : [["broken"]];
      const refused = await post(whatif(path), broken);
      expect(refused.status, `${field} ${JSON.stringify(refused.body)}`).toBe(400);
      const named = Object.keys(refused.body.errors);
      expect(
        named.some((name) => name.startsWith([place, field].filter(Boolean).join("."))),
        `${field} in ${named}`,
      ).toBe(true);
    },
  );

  it.each(isHere ? leastInputs(read(documentPath)) : [])(
    "prices $name from no more than the document asks for",
    async ({ type, input }) => {
      const quote = await post("/v2/consumer/workflows?whatif=true", { steps: [{ $type: type, input }] });
      expect(quote.status, JSON.stringify([input, quote.body])).toBe(200);
      expect(quote.headers.get("X-Sandbox-Dropped-Fields"), JSON.stringify(input)).toBeNull();
    },
  );

  it.each([
    [{ engine: "nope", prompt: "a jug" }, "engine", ["flux, flux2", "gemini", "comfy"]],
    [{ prompt: "a jug" }, "engine", ["flux, flux2", "gemini", "comfy"]],
    [{ engine: "sdcpp", ecosystem: "nope", prompt: "a jug" }, "ecosystem", ["sdxl, sd1", "qwen"]],
  ])("names the built-in and the published variants where %j is refused", async (input, field, known) => {
    const { body } = await post("/v2/consumer/workflows", { steps: [{ $type: "imageGen", input }] });
    const [message] = body.errors[`steps[0].input.${field}`];
    for (const words of known) expect(message).toContain(words);
    expect(message.match(/flux2\b/g)?.length ?? 1).toBe(1);
  });

  it.each([
    ["composeMedia", {}, "elements"],
    ["composeMedia", { elements: [] }, "elements"],
    ["composeMedia", { elements: null }, "elements"],
    ["blobArchive", { entries: [] }, "entries"],
    ["imageGen", { engine: "grok", operation: "editImage", prompt: "a jug" }, "images"],
  ])("refuses %s of %j, prices and runs of it alike, and names the field", async (type, input, field) => {
    for (const query of ["?whatif=true", ""]) {
      const step = await post(`/v2/consumer/workflows${query}`, { steps: [{ $type: type, input }] });
      expect([step.status, Object.keys(step.body.errors)]).toEqual([400, [`steps[0].input.${field}`]]);
      const recipe = await post(`/v2/consumer/recipes/${type}${query}`, input);
      expect([recipe.status, Object.keys(recipe.body.errors)]).toEqual([400, [field]]);
    }
  });

  it("serves a document that holds the built-in types and the published ones, with all variants", async () => {
    const { body } = await say("GET", "/openapi/v2-consumers.json");
    const catalogue = compileCatalogue(body);
    expect(catalogue.stepTypes).toHaveLength(45);
    const input = (type: string) => catalogue.stepTypes.find((one) => one.type === type)?.input;
    const published = compileCatalogue(read(documentPath));
    for (const { type, input: theirs } of published.stepTypes) {
      const ours = input(type);
      expect(ours && missingIn(ours, theirs), type).toEqual([]);
    }
    expect(optionsAt(input("imageGen"))).toContain("flux");
    expect(Object.keys(body.paths)).toContain("/v2/consumer/recipes/polyGen");
  });

  it("answers real files for media fields, of the kind that the field says", async () => {
    const input = { engine: "fal", model: "meshy", operation: "textTo3D", prompt: "a jug" };
    const run = await post("/v2/consumer/workflows", { steps: [{ $type: "polyGen", input }] });
    await pass(60);
    const { body: end } = await say("GET", `/v2/consumer/workflows/${run.body.id}`, { token });
    expect(end.steps[0].output.model).toMatchObject({ type: "model3d", format: "glb" });
    const { headers } = await sandbox.fetch(new Request(end.steps[0].output.model.url));
    const file = await sandbox.fetch(new Request(headers.get("Location") ?? ""));
    expect(file.headers.get("Content-Type")).toBe("model/gltf-binary");
    expect(Buffer.from(await file.arrayBuffer()).toString("latin1", 0, 4)).toBe("glTF");
  });

  it("answers a file that is called svg as shapes, traced from the picture that was given", async () => {
    const toSvg = (image: unknown) => ({
      $type: "imageToSvg",
      input: { engine: "comfy", ecosystem: "vtracer", image },
    });
    const steps = [flux("a harbour at dawn"), toSvg({ $ref: "$0", path: "output.images[0].url" }), toSvg(foreign)];
    const run = await post("/v2/consumer/workflows", { steps });
    await pass(60);
    const { body: end } = await say("GET", `/v2/consumer/workflows/${run.body.id}`, { token });
    const [traced, madeUp] = [end.steps[1], end.steps[2]].map(({ output }) => output.svg);
    expect(traced).toMatchObject({ type: "image", id: expect.stringMatching(/\.svg$/), width: 256, height: 256 });
    for (const { url } of [traced, madeUp]) {
      const { headers } = await sandbox.fetch(new Request(url));
      const file = await sandbox.fetch(new Request(headers.get("Location") ?? ""));
      expect(file.headers.get("Content-Type")).toBe("image/svg+xml");
      expect(await file.text()).toMatch(/^<svg xmlns=.*<path d="M.*<\/svg>$/);
    }
    const preview = await sandbox.fetch(new Request(traced.previewUrl));
    expect(preview.headers.get("Content-Type")).toBe("image/webp");
  });
});

const foreign = "https://example.test/harbour.jpeg";

function inputOf(body: Sample["body"]): { input: Record<string, unknown>; place: string } {
  const step = body.steps?.[0];
  return step ? { input: step.input, place: "steps[0].input" } : { input: body as Record<string, unknown>, place: "" };
}

/** Whether a schema says anything about values like this: free-form maps take whatever they get. */
function isChecked(value: unknown): boolean {
  return !isObject(value);
}

/** The variants of one input that another one lacks, as the path of their options. */
function missingIn(ours: InputNode, theirs: InputNode, path = ""): string[] {
  if (ours.kind !== "choice" || theirs.kind !== "choice" || ours.discriminator !== theirs.discriminator) return [];
  return theirs.options.flatMap(({ value, node }) => {
    const mine = ours.options.find((option) => option.value === value);
    return mine ? missingIn(mine.node, node, `${path}/${value}`) : [`${path}/${value}`];
  });
}

function optionsAt(node: InputNode | undefined): string[] {
  return node?.kind === "choice" ? node.options.map(({ value }) => value) : [];
}
