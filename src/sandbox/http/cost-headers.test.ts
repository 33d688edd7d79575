import { describe, expect, it } from "vitest";
import type { WorkflowAnswer } from "../workflows/view.ts";
import { priceHeaders } from "./cost-headers.ts";

const answer: WorkflowAnswer = { createdAt: "2026-11-24T10:00:00Z", status: "unassigned", steps: [] };

describe("the headers of a price", () => {
  it("have none for what the answer does not tell, and never a 0 for it", () => {
    expect(priceHeaders(answer)).toEqual({});
    expect(priceHeaders({ ...answer, cost: null, transactions: { list: null, insufficientBuzz: null } })).toEqual({});
  });

  it("say that something costs nothing where that is told", () => {
    const free = { ...answer, cost: { base: 0, total: 0 }, transactions: { list: [], insufficientBuzz: false } };
    expect(priceHeaders(free)).toEqual({
      "X-Civitai-Cost-Total": "0",
      "X-Civitai-Cost-By-Currency": "",
      "X-Civitai-Insufficient-Buzz": "false",
    });
  });
});
