// @vitest-environment jsdom
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanup, fireEvent, render, within } from "@testing-library/react";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { compileCatalogue } from "#contract/catalogue/compile-catalogue.ts";
import { defaultInput } from "#contract/catalogue/resolve-node.ts";
import { isObject } from "#contract/json.ts";
import { mergeDocuments } from "#contract/openapi/merge-documents.ts";
import { printOpenApi } from "#contract/openapi/openapi.ts";
import { operations } from "#contract/operations.ts";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { bareFormScope } from "#dashboard/testing/bare-form-scope.ts";
import { changeStep } from "../chain.ts";
import { readTemplate, type WrittenTemplate, writeTemplate } from "../chain-template.ts";
import { StepForm } from "./step-form.tsx";

/*
 * A field that is edited through its form changes that field of the body and nothing else: over every body of the
 * vendor's guide where it is, and over generated ones always.
 */
const data = process.env.CONTRACT_DATA ?? "../shared";
const read = (file: string) => JSON.parse(readFileSync(join(data, file), "utf8"));
const hasData = existsSync(join(data, "samples/requests.json"));
const samples: { body: WrittenTemplate }[] = hasData
  ? read("samples/requests.json").filter(({ body }: { body: object }) => "steps" in body)
  : [];
const own = printOpenApi({ operations, stepTypes });
const catalogue = compileCatalogue(hasData ? mergeDocuments(own, read("contract/openapi.json")) : own);

afterEach(cleanup);

describe("a field edited through its form", () => {
  it.skipIf(!hasData).each(samples.map(({ body }, index) => [index, body] as const))(
    "changes that field alone in the body %i of the guide",
    (_, body) => {
      const changes = body.steps.map((_step, index) => expectSingleChanges(body, index));
      expect(Math.max(...changes), "something can be edited").toBeGreaterThan(0);
    },
  );

  it("changes that field alone in any body", () => {
    const type = fc.constantFrom(
      ...catalogue.stepTypes.filter(({ type }) => stepTypes.some((own) => own.type === type)),
    );
    const extra = fc.dictionary(fc.stringMatching(/^zz[a-z]{1,4}$/), fc.jsonValue(), { maxKeys: 2 });
    fc.assert(
      fc.property(type, extra, fc.option(fc.string()), (stepType, unknown, prompt) => {
        const start = defaultInput(stepType.input);
        const input = { ...(isObject(start) ? start : {}), ...unknown, ...(prompt === null ? {} : { prompt }) };
        const body = { steps: [{ $type: stepType.type, input, ...unknown }], ...unknown };
        expect(expectSingleChanges(body, 0)).toBeGreaterThan(0);
        cleanup();
      }),
      { numRuns: 25 },
    );
  });
});

/** Edit every control of a step's form in turn, each from the body as it was, and compare the bodies. Answers how many were edited. */
function expectSingleChanges(body: WrittenTemplate, index: number): number {
  const chain = readTemplate(body);
  const step = chain.steps[index];
  const stepType = catalogue.stepTypes.find(({ type }) => type === step?.type);
  if (!step || !stepType) throw new Error(`The catalogue has no ${step?.type}.`);
  const inputs: unknown[] = [];
  const { container, unmount } = render(
    <StepForm stepType={stepType} input={step.input} onChange={(input) => inputs.push(input)} scope={bareFormScope} />,
  );
  let changes = 0;
  for (const control of within(container).queryAllByRole("textbox")) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) || control.readOnly) continue;
    inputs.length = 0;
    fireEvent.change(control, { target: { value: `${control.value} and more` } });
    changes += expectOneChange(body, index, inputs);
  }
  for (const control of within(container).queryAllByRole("checkbox")) {
    inputs.length = 0;
    fireEvent.click(control);
    changes += expectOneChange(body, index, inputs);
  }
  for (const control of within(container).queryAllByRole("spinbutton")) {
    inputs.length = 0;
    fireEvent.change(control, { target: { value: "3" } });
    changes += expectOneChange(body, index, inputs);
  }
  unmount();
  return changes;
}

function expectOneChange(body: WrittenTemplate, index: number, inputs: readonly unknown[]): number {
  if (inputs.length === 0) return 0;
  expect(inputs).toHaveLength(1);
  const chain = readTemplate(body);
  const step = chain.steps[index];
  const edited = step && writeTemplate(changeStep(chain, step.key, { input: inputs[0] }));
  const paths = differences(writeTemplate(chain), edited);
  expect(paths, paths.join(" ")).toHaveLength(1);
  expect(paths[0]).toMatch(new RegExp(`^\\.steps\\[${index}\\]\\.input`));
  return 1;
}

/** Where two JSON values differ, by printed paths. */
function differences(one: unknown, other: unknown, path = ""): string[] {
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return one.flatMap((item, index) => differences(item, other[index], `${path}[${index}]`));
  }
  if (isObject(one) && isObject(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].flatMap((name) => differences(one[name], other[name], `${path}.${name}`));
  }
  return JSON.stringify(one) === JSON.stringify(other) ? [] : [path];
}
