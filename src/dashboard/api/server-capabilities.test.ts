import { describe, expect, it } from "vitest";
import { printDocumentOf } from "#sandbox/http/print-document.ts";
import { readCapabilities } from "./server-capabilities.ts";

const documentIn = (dialect: "guide" | "hosted") =>
  printDocumentOf({
    dialect,
    database: ":memory:",
    clock: { now: () => 0 },
    speed: 1,
    running: false,
    rateLimit: { perMinute: 1, burst: 1 },
  });

describe("what a server can, told from its document", () => {
  it("is everything in the guide's dialect", () => {
    expect(readCapabilities(documentIn("guide"))).toEqual({
      filtersStatus: true,
      excludesTags: true,
      previewsUpdates: true,
      waitsForChange: true,
      rewritesInputs: true,
    });
  });

  it("is less in the hosted one", () => {
    expect(readCapabilities(documentIn("hosted"))).toEqual({
      filtersStatus: false,
      excludesTags: true,
      previewsUpdates: false,
      waitsForChange: true,
      rewritesInputs: false,
    });
  });

  it("follows the reference to the body of a step's update, as the hosted document has it", () => {
    const reference = { $ref: "#/components/schemas/UpdateWorkflowStepRequest" };
    const document = (properties: object) => ({
      paths: {
        "/v2/consumer/workflows": { get: {} },
        "/v2/consumer/workflows/{workflowId}/steps/{stepName}": {
          put: { requestBody: { content: { "application/json": { schema: reference } } } },
        },
      },
      components: { schemas: { UpdateWorkflowStepRequest: { type: "object", properties } } },
    });
    expect(readCapabilities(document({ metadata: {} })).rewritesInputs).toBe(false);
    expect(readCapabilities(document({ metadata: {}, input: {} })).rewritesInputs).toBe(true);
  });

  it("is nothing where no document can be read", () => {
    expect(new Set(Object.values(readCapabilities({})))).toEqual(new Set([false]));
  });
});
