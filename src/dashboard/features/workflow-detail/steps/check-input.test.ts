import { describe, expect, it } from "vitest";
import { compileCatalogue } from "#contract/catalogue/compile-catalogue.ts";
import { printOpenApi } from "#contract/openapi/openapi.ts";
import { operations } from "#contract/operations.ts";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { checkInput } from "./check-input.ts";

const catalogue = compileCatalogue(printOpenApi({ operations, stepTypes }));

describe("checkInput", () => {
  it("says where the server will not like it", () => {
    const text = '{"engine": "flux", "prompt": "a fox", "quantity": "two"}';
    expect(checkInput(text, "imageGen", catalogue)).toMatchObject({
      ok: true,
      remarks: [{ path: ["quantity"], severity: "warning" }],
    });
  });

  it("leaves a type that the catalogue lacks to the server", () => {
    expect(checkInput('{"any": 1}', "madeUp", catalogue)).toEqual({ ok: true, input: { any: 1 }, remarks: [] });
    expect(checkInput("{}", "imageGen", undefined)).toEqual({ ok: true, input: {}, remarks: [] });
  });

  it("says that a text is no JSON yet", () => {
    expect(checkInput("{", "imageGen", catalogue)).toMatchObject({ ok: false, message: /no JSON yet/ });
  });
});
