import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { isObject } from "#contract/json.ts";
import { isReference, withValueAt } from "#contract/reference.ts";
import { echo, httpTrial } from "../http/http-trial.ts";
import { leastInputs } from "../http/least-inputs.ts";

/* The vendor's document and samples are data for tests; they have every step type in many forms. */
const folder = process.env.CONTRACT_DATA ?? "../shared";
const [documentPath, samplesPath] = [join(folder, "contract/openapi.json"), join(folder, "samples/requests.json")];
const isHere = existsSync(documentPath) && existsSync(samplesPath);
const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));

type Step = { $type: string; input: unknown };

describe.skipIf(!isHere)("a reference in any place of any input", () => {
  const rateLimit = { perMinute: 1e9, burst: 1e9 };
  const document = isHere ? read(documentPath) : undefined;
  const { say, pass } = httpTrial({ rateLimit, ...(isHere ? { publishedDocument: document } : {}) });
  const token = "sandbox_references";

  beforeAll(async () => {
    await say("POST", "/_sandbox/accounts", { body: { token, balances: { blue: 1e9, green: 0, yellow: 0 } } });
  });

  const sampled: Step[] = isHere
    ? read(samplesPath).flatMap(({ body }: { body: { steps?: Step[] } }) => body.steps ?? [])
    : [];
  const least: Step[] = isHere ? leastInputs(document).map(({ type, input }) => ({ $type: type, input })) : [];
  const types = [...new Set([...sampled, ...least].map(({ $type }) => $type))];

  it.each(types)("is priced or refused in words, in a step of type %s", { timeout: 60_000 }, async ($type) => {
    for (const { input } of [...sampled, ...least].filter((step) => step.$type === $type)) {
      for (const path of placesIn(input)) {
        const step = { $type, input: withValueAt(input, path, { $ref: "$0", path: "output.message" }) };
        const quote = await say("POST", "/v2/consumer/workflows?whatif=true", { token, body: { steps: [echo, step] } });
        expect([200, 400], JSON.stringify([path, input, quote.body])).toContain(quote.status);
        if (quote.status === 200)
          expect(Number.isInteger(quote.body.cost.total), JSON.stringify([path, input])).toBe(true);
      }
    }
  });

  it("is resolved to whatever there is, and the step succeeds or fails in words", { timeout: 120_000 }, async () => {
    const first = new Map(sampled.map((step) => [step.$type, step]));
    for (const { $type, input } of first.values()) {
      for (const path of placesIn(input).slice(0, 12)) {
        const step = { $type, input: withValueAt(input, path, { $ref: "$0", path: "output.message" }) };
        const run = await say("POST", "/v2/consumer/workflows", { token, body: { steps: [echo, step] } });
        if (run.status === 400) continue;
        await pass(20);
        const { body } = await say("GET", `/v2/consumer/workflows/${run.body.id}`, { token });
        expect(["succeeded", "failed"], JSON.stringify([path, input, body.steps])).toContain(body.status);
        expect(JSON.stringify(body.steps)).not.toContain("The step broke");
      }
    }
  });
});

/** Every place inside a value, outermost first; what is a reference already is one place. */
function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (isReference(value)) return [path];
  const inner = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
  return [path, ...[...inner].flatMap(([key, item]) => placesIn(item, [...path, key]))];
}
