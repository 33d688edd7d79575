import { describe, expect, it } from "vitest";
import { createStepRegistry } from "../steps/registry.ts";
import { checkTemplate } from "./check-template.ts";
import { aTemplate } from "./sandbox-for-tests.ts";

function errorsOf(body: unknown): Record<string, string[]> {
  const checked = checkTemplate(createStepRegistry(), aTemplate(body));
  return !checked.ok && checked.reason === "invalid" ? checked.errors : {};
}

const echo = (message: unknown, name?: string) => ({ $type: "echo", name, input: { message } });

describe("checkTemplate", () => {
  it("names the discriminator value of an unknown step type", () => {
    expect(errorsOf({ steps: [{ $type: "teleport", input: {} }] })).toEqual({
      "steps[0].$type": [expect.stringContaining('"teleport"')],
    });
  });

  it("keys a wrong field by its path in the request", () => {
    const wide = { $type: "imageGen", input: { engine: "flux", prompt: "a fox", width: 1_000_000 } };
    expect(Object.keys(errorsOf({ steps: [echo("hi"), wide] }))).toEqual(["steps[1].input.width"]);
  });

  it("names a repeated step name", () => {
    expect(errorsOf({ steps: [echo("a", "same"), echo("b", "same")] })).toEqual({
      "steps[1].name": [expect.stringContaining('"same"')],
    });
  });

  it.each([
    ["the two-member form", { $ref: "nobody", path: "output.message" }],
    ["the one-string form", { $ref: "nobody.output.message" }],
  ])("names both ends of a reference to an unknown step, in %s", (_, reference) => {
    const [message] = errorsOf({ steps: [echo(reference, "hero")] })["steps[0].input.message"] ?? [];
    expect(message).toContain('"hero"');
    expect(message).toContain('"nobody"');
  });

  it("names both ends of a cycle", () => {
    const one = echo({ $ref: "two", path: "output.message" }, "one");
    const two = echo({ $ref: "$one.output.message" }, "two");
    const [message] = errorsOf({ steps: [one, two] })["steps[0].input"] ?? [];
    expect(message).toBe('Step "one" refers to "two", which itself waits for "one".');
  });

  it("refuses a step that refers to itself", () => {
    const errors = errorsOf({ steps: [echo({ $ref: "$0", path: "output.message" })] });
    expect(errors["steps[0].input"]).toEqual(['Step "$0" refers to itself.']);
  });

  it("refuses an argument that is not there", () => {
    const errors = errorsOf({ steps: [echo({ $ref: "$arguments", path: "title" })], arguments: { subject: "fox" } });
    expect(errors).toEqual({ "steps[0].input.message": ['The workflow\'s arguments have no "title".'] });
  });

  it("refuses an argument that is itself a reference: its step would not be waited for", () => {
    const errors = errorsOf({
      steps: [echo("a fox", "hero"), echo({ $ref: "$arguments", path: "look" })],
      arguments: { look: { $ref: "hero", path: "output.message" } },
    });
    expect(errors["steps[1].input.message"]).toEqual([expect.stringContaining('"look" is itself a reference')]);
  });

  it("checks the value of an argument like any other value", () => {
    const errors = errorsOf({
      steps: [
        { $type: "imageGen", input: { engine: "flux", prompt: "fox", width: { $ref: "$arguments", path: "w" } } },
      ],
      arguments: { w: -5 },
    });
    expect(Object.keys(errors)).toEqual(["steps[0].input.width"]);
  });

  it("lists the fields that no schema knows, and takes the rest", () => {
    const checked = checkTemplate(
      createStepRegistry(),
      aTemplate({ steps: [{ $type: "echo", input: { message: "a", mess: 1 } }] }),
    );
    expect(checked).toMatchObject({ ok: true, value: { dropped: ["steps[0].input.mess"] } });
  });

  it("keeps references as they were written and fills in defaults", () => {
    const checked = checkTemplate(
      createStepRegistry(),
      aTemplate({
        steps: [{ $type: "imageGen", input: { engine: "flux", prompt: { $ref: "$arguments", path: "p" } } }],
        arguments: { p: "a fox" },
      }),
    );
    expect(checked).toMatchObject({
      value: {
        steps: [
          {
            input: { prompt: { $ref: "$arguments", path: "p" }, quantity: 1 },
            pricedInput: { prompt: "a fox", quantity: 1 },
          },
        ],
      },
    });
  });
});
