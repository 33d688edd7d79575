import { describe, expect, it } from "vitest";
import { parseAsMeant } from "./parse-as-meant.ts";
import { workflowTemplateSchema, workflowUpdateSchema } from "./workflow.ts";

const step = { $type: "echo", input: { message: "Automatic" } };

describe("parseAsMeant", () => {
  it("takes every choice of a workflow and its steps however it is spelled, and gives it as the schema spells it", () => {
    const given = {
      steps: [{ ...step, priority: "HIGH" }],
      currencies: ["Yellow", "blue"],
      upgradeMode: "Automatic",
      nsfwLevel: "PG13",
      callbacks: [{ url: "https://example.test/hook", type: ["Workflow:Succeeded", "step:*"] }],
    };
    expect(parseAsMeant(workflowTemplateSchema, given)).toEqual({
      success: true,
      data: {
        steps: [{ ...step, priority: "high" }],
        currencies: ["yellow", "blue"],
        upgradeMode: "automatic",
        nsfwLevel: "pg13",
        callbacks: [{ url: "https://example.test/hook", type: ["workflow:succeeded", "step:*"] }],
      },
    });
    expect(parseAsMeant(workflowUpdateSchema, { status: "CANCELED" })).toEqual({
      success: true,
      data: { status: "canceled" },
    });
  });

  it("still refuses what means none of the choices, and names it alone", () => {
    const parsed = parseAsMeant(workflowTemplateSchema, { steps: [step], upgradeMode: "Never", currencies: ["Blue"] });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([["upgradeMode"]]);
  });

  it("leaves texts that are no choice as they are written", () => {
    const given = { steps: [{ ...step, name: "HIGH" }], metadata: { upgradeMode: "Automatic" }, tags: ["Blue"] };
    expect(parseAsMeant(workflowTemplateSchema, given).data).toEqual(given);
  });
});
