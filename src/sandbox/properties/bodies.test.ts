import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isObject } from "#contract/json.ts";
import { withValueAt } from "#contract/reference.ts";
import type { Workflow } from "#contract/workflow.ts";
import { flux, type HttpTrial, httpTrial } from "../http/http-trial.ts";
import { expectPaidToBeCost, expectSoundBooks, isOver } from "./sound-books.ts";

/*
 * Bodies as somebody may send them who is tired, or another program: right ones in which members are missing, doubled, of
 * another kind, or references in odd places. Each is taken or refused in words, and what is taken comes to an end.
 */
const image = { $ref: "hero", path: "output.images[0].url" };
const hero = { ...flux("a fox"), name: "hero" };
const bodies: object[] = [
  { steps: [hero, { $type: "imageUpscaler", input: { image, numberOfRepeats: 1 } }], tags: ["a"], metadata: { a: 1 } },
  { steps: [hero, { $type: "convertImage", input: { image, output: { format: "webp" }, transforms: [] } }] },
  {
    steps: [hero, { $type: "mediaHash", input: { mediaUrl: image, hashTypes: ["perceptual"] } }],
    currencies: ["blue"],
  },
  { steps: [hero, { $type: "wdTagging", input: { mediaUrl: image, threshold: 0.5 } }], upgradeMode: "automatic" },
  {
    steps: [{ $type: "chatCompletion", input: { model: "any", messages: [{ role: "user", content: "Hi" }], n: 2 } }],
    tips: { civitai: 0.1, creators: 0 },
  },
  {
    arguments: { subject: "a fox", size: { width: 64 } },
    steps: [flux("x", { prompt: { $ref: "$arguments", path: "subject" }, width: { $ref: "$arguments.size.width" } })],
  },
  { steps: [{ $type: "textToSpeech", input: { text: "hello", speaker: "ryan" }, retries: 1, timeout: "00:01:00" }] },
  { steps: [{ $type: "promptEnhancement", input: { ecosystem: "sdxl", prompt: "a fox" } }], allowMatureContent: true },
  {
    steps: [
      { $type: "comfy", input: { comfyWorkflow: { 1: { classType: "SaveImage", inputs: { images: ["2", 0] } } } } },
    ],
  },
];

const png =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const odd = fc.constantFrom<unknown[]>(
  ...[null, true, 0, -1, 1.5, 1e308, 2 ** 53, "", "x", "nude [fail]", "[partial] [rated:x]", "\u0000", "😀".repeat(40)],
  ...[[], [null], [[[]]], {}, { a: { b: [1, { $ref: "$0" }] } }, { $ref: "" }, { $ref: "nobody.output" }],
  ...[image, { $ref: "$0", path: "..[[]]x" }, { $ref: "$0", path: "output" }, { $ref: "$arguments", path: "subject" }],
  ...[png, "data:image/png;base64,AAAA", "data:,x", "http://127.0.0.1:4321/v2/consumer/blobs/none.jpeg"],
);
const name = fc.constantFrom("extra", "__proto__", "constructor", "$type", "name", "input", "arguments", "seed");
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("replace" as const), at: fc.nat(), value: odd }) },
  fc.record({ kind: fc.constant("remove" as const), at: fc.nat() }),
  fc.record({ kind: fc.constant("add" as const), at: fc.nat(), name, value: odd }),
);
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

describe("a body, whatever somebody made of it", () => {
  it("is taken and comes to an end, or is refused in words", { timeout: 180_000 }, async () => {
    const trial = httpTrial({ rateLimit: { perMinute: 1e9, burst: 1e9 } });
    const balances = { blue: 1e9, green: 1e9, yellow: 1e9 };
    await trial.say("POST", "/_sandbox/accounts", { body: { token: "sandbox_trial", balances } });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...bodies), fc.array(change, { maxLength: 3 }), async (body, changes) =>
        expectAnswered(trial, changes.reduce<unknown>(makeChange, body)),
      ),
      { numRuns: 600 },
    );
    await trial.pass(150);
    const { items }: { items: Workflow[] } = (await trial.say("GET", `${workflows}?take=1000`)).body;
    expect(items.length).toBeGreaterThan(50);
    for (const workflow of items) {
      expectPaidToBeCost(workflow);
      const isWaiting = workflow.steps.some(({ status }) => status === "unassigned");
      expect(isOver(workflow.status) || isWaiting, JSON.stringify(workflow)).toBe(true);
      expect(JSON.stringify(workflow.steps)).not.toContain("The step broke");
    }
    expectSoundBooks((await trial.say("GET", "/_sandbox/account")).body);
  });
});

const workflows = "/v2/consumer/workflows";

async function expectAnswered({ say }: HttpTrial, body: unknown): Promise<void> {
  const sent = JSON.stringify(body);
  const headers = { "Content-Type": "application/json" };
  const quote = await say("POST", `${workflows}?whatif=true`, { body: sent, headers });
  const run = await say("POST", workflows, { body: sent, headers });
  for (const { status, body: answer } of [quote, run]) {
    expect([200, 202, 400, 403], sent).toContain(status);
    if (status === 400) expect(Object.values(answer.errors).flat().join(""), sent).toMatch(/\S/);
  }
  // A quote promises what a submit does, but for what only a submit needs.
  expect(run.status < 300, sent).toBe(quote.status === 200 && !quote.body.transactions.insufficientBuzz);
}

function makeChange(body: unknown, one: Change): unknown {
  const places = placesIn(body);
  const path = places[one.at % Math.max(1, places.length)] ?? [];
  const key = path.at(-1);
  switch (one.kind) {
    case "replace":
      return path.length === 0 ? body : withValueAt(body, path, one.value);
    case "add": {
      const parent = path.slice(0, -1);
      return withValueAt(body, [...parent, one.name], one.value);
    }
    case "remove": {
      const copy: unknown = structuredClone(body);
      const parent = path.slice(0, -1).reduce<unknown>((value, part) => Reflect.get(Object(value), part), copy);
      if (isObject(parent) && key !== undefined) delete parent[key];
      return copy;
    }
  }
}

/** The places of all members and items, from the outside in. */
function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  const inside: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : isObject(value)
      ? Object.entries(value)
      : [];
  return inside.flatMap(([key, item]) => [[...path, key], ...placesIn(item, [...path, key])]);
}
