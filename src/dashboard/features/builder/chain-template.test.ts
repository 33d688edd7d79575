import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeSettings, changeStep, emptyChain, moveStep } from "./chain.ts";
import { fromWorkflow, readTemplate, toTemplate, type WrittenTemplate, writeTemplate } from "./chain-template.ts";

const samplesPath = join(process.env.CONTRACT_DATA ?? "../shared", "samples/requests.json");
const samples: { body: WrittenTemplate }[] = existsSync(samplesPath)
  ? JSON.parse(readFileSync(samplesPath, "utf8")).filter(({ body }: { body: object }) => "steps" in body)
  : [];

const anyBody = fc.record(
  {
    steps: fc.array(
      fc.record(
        {
          $type: fc.constantFrom("echo", "imageGen", "unknown"),
          name: fc.stringMatching(/^[a-z]{1,6}$/),
          input: fc.dictionary(fc.string(), fc.jsonValue()),
          priority: fc.constantFrom("high", "urgent", null),
          timeout: fc.constantFrom("00:10:00", 5, null),
          retries: fc.constantFrom(0, 3, "two", null),
          metadata: fc.dictionary(fc.string(), fc.jsonValue()),
          typo: fc.jsonValue(),
        },
        { requiredKeys: ["$type", "input"] },
      ),
      { maxLength: 4 },
    ),
    metadata: fc.oneof(fc.dictionary(fc.constantFrom("name", "customer"), fc.jsonValue()), fc.jsonValue()),
    tags: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
    allowMatureContent: fc.constantFrom(true, false, null, "yes"),
    upgradeMode: fc.constantFrom("manual", "automatic", null, "later"),
    currencies: fc.oneof(fc.subarray(["blue", "green", "yellow"]), fc.constantFrom(["fakeRed"], null)),
    callbacks: fc.jsonValue(),
    arguments: fc.dictionary(fc.string(), fc.jsonValue()),
    externalId: fc.string(),
    misspelt: fc.jsonValue(),
  },
  { requiredKeys: ["steps"] },
);

describe("readTemplate and writeTemplate", () => {
  it("give back every body as it came, also members that nobody knows and values that fit nowhere", () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const plain: WrittenTemplate = JSON.parse(JSON.stringify(body));
        expect(JSON.parse(JSON.stringify(writeTemplate(readTemplate(plain))))).toEqual(plain);
      }),
    );
  });

  it.skipIf(samples.length === 0)("give back every published body as it came", () => {
    for (const { body } of samples) expect(writeTemplate(readTemplate(body))).toEqual(body);
  });

  it.skipIf(samples.length === 0)("change just the field that was edited", () => {
    for (const { body } of samples) {
      const chain = readTemplate(body);
      const [first] = chain.steps;
      if (!first) continue;
      const edited = changeStep(chain, first.key, { input: { ...Object(first.input), prompt: "edited" } });
      const expected = structuredClone(body);
      Object.assign(Object((expected.steps[0] as { input: object }).input), { prompt: "edited" });
      expect(writeTemplate(edited)).toEqual(expected);
    }
  });

  it("keep the steps' keys when a text is read again, so that what is selected stays selected", () => {
    const chain = readTemplate({ steps: [{ $type: "echo", name: "a" }, { $type: "echo" }] });
    const again = readTemplate({ steps: [{ $type: "echo" }, { $type: "echo" }, { $type: "echo", name: "a" }] }, chain);
    expect(again.steps[2]?.key).toBe(chain.steps[0]?.key);
    expect(again.steps[1]?.key).toBe(chain.steps[1]?.key);
    expect(again.externalId).toBe(chain.externalId);
  });

  it("write the name of an unnamed step once it stands elsewhere", () => {
    const chain = readTemplate({ steps: [{ $type: "echo" }, { $type: "imageGen" }] });
    const moved = moveStep(chain, chain.steps[0]?.key ?? "", 1);
    expect(writeTemplate(moved)?.steps).toMatchObject([{ name: "$1" }, { name: "$0" }]);
  });
});

describe("writeTemplate", () => {
  it("has nothing to write while the metadata is no JSON object", () => {
    const chain = emptyChain();
    expect(writeTemplate(changeSettings(chain, { metadataText: "{" }))).toBeUndefined();
    expect(writeTemplate(changeSettings(chain, { metadataText: "[]" }))).toBeUndefined();
  });
});

describe("toTemplate", () => {
  it("carries the draft's externalId, but one that came with the body holds", () => {
    const steps = [{ $type: "echo", input: { message: "hi" } }];
    const chain = readTemplate({ steps });
    expect(toTemplate(chain)?.externalId).toBe(chain.externalId);
    expect(toTemplate(readTemplate({ steps, externalId: "theirs" }))?.externalId).toBe("theirs");
  });

  it("has nothing to send for an empty chain", () => {
    expect(toTemplate(emptyChain())).toBeUndefined();
  });
});

describe("fromWorkflow", () => {
  const workflow = {
    createdAt: "2026-11-24T10:00:00Z",
    status: "succeeded" as const,
    steps: [
      { $type: "echo", name: "say", status: "succeeded" as const, input: { message: "hi" }, metadata: { by: 1 } },
    ],
    metadata: { name: "Spring", customer: "acme" },
    tags: ["spring"],
    arguments: { who: "you" },
    externalId: "7-old",
  };

  it("makes a new draft: inputs, metadata, tags and arguments as they were, and an externalId of its own", () => {
    const chain = fromWorkflow(workflow);
    expect(toTemplate(chain)).toMatchObject({
      steps: [{ $type: "echo", name: "say", input: { message: "hi" }, metadata: { by: 1 } }],
      metadata: { name: "Spring", customer: "acme" },
      tags: ["spring"],
      arguments: { who: "you" },
      externalId: expect.stringMatching(/^baton-/),
    });
    expect(chain.settings.name).toBe("Spring");
  });

  it("leaves behind what happened to the workflow itself: a copy was neither released nor looked at", () => {
    const happened = {
      releases: [{ at: "2026-11-24T11:00:00Z" }],
      review: { decision: "withhold" },
      matrix: { run: 1 },
    };
    const chain = fromWorkflow({ ...workflow, metadata: { ...workflow.metadata, ...happened } });
    expect(toTemplate(chain)?.metadata).toEqual({ name: "Spring", customer: "acme" });
  });

  it.each([
    ["only yellow paid, and mature output was not allowed", false, ["blue", "green", "yellow"], "sfw"],
    ["yellow alone was listed, and mature output was allowed", true, ["yellow"], "allow"],
    ["yellow paid among others, and mature output was allowed", true, ["blue", "yellow"], "by-currency"],
  ] as const)("tells the policy when %s", (_, allowMatureContent, currencies, policy) => {
    const transactions = { list: [{ type: "debit" as const, amount: 10, accountType: "yellow" as const }] };
    const past = { ...workflow, allowMatureContent, currencies: [...currencies], transactions };
    expect(fromWorkflow(past).settings.mature).toBe(policy);
  });
});
