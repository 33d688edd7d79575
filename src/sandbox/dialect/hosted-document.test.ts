import { describe, expect, it } from "vitest";
import { httpTrial } from "../http/http-trial.ts";

/* The document of the hosted dialect declares what it has, so that a client can tell what it lacks. */

async function documentOf(dialect: "guide" | "hosted") {
  return (await httpTrial({ dialect }).say("GET", "/openapi/v2-consumers.json", { token: null })).body;
}

type Declared = { parameters: { name: string }[]; responses: Record<string, object> };
const names = ({ parameters }: Declared) => parameters.map(({ name }) => name);

describe("GET /openapi/v2-consumers.json in the hosted dialect", () => {
  it("declares no status for lists, and all their other parameters (facts 1.5 #3)", async () => {
    const list = (await documentOf("hosted")).paths["/v2/consumer/workflows"].get;
    const inGuide = (await documentOf("guide")).paths["/v2/consumer/workflows"].get;
    expect(names(list)).toEqual(names(inGuide).filter((name) => name !== "status"));
    expect(names(list)).toContain("excludeFailed");
  });

  it("declares no whatif and no body for PUT (facts 1.5 #8)", async () => {
    const { put } = (await documentOf("hosted")).paths["/v2/consumer/workflows/{workflowId}"];
    expect(names(put)).toEqual(["workflowId"]);
    expect(Object.keys(put.responses)).toEqual(["204", "400", "401", "403", "404"]);
  });

  it("declares the metadata of a step as all that can be changed (facts 1.5 #9)", async () => {
    const { put } = (await documentOf("hosted")).paths["/v2/consumer/workflows/{workflowId}/steps/{stepName}"];
    const { schema } = put.requestBody.content["application/json"];
    expect(Object.keys(schema.properties)).toEqual(["metadata"]);
    expect(schema.required).toEqual(["metadata"]);
  });

  it("declares the output of its step for each recipe, and no wait (facts 1.2)", async () => {
    const { post } = (await documentOf("hosted")).paths["/v2/consumer/recipes/imageGen"];
    expect(names(post)).toEqual(["whatif", "allowMatureContent", "experimental", "ephemeral"]);
    expect(post.responses["200"].content["application/json"].schema).toEqual({
      $ref: "#/components/schemas/ImageGenOutput",
    });
    expect(post.responses).not.toHaveProperty("202");
  });

  it("declares 409 nowhere and 429 for the submit alone (facts 1.5 #30, #31)", async () => {
    const { paths } = await documentOf("hosted");
    const declared = Object.values<Record<string, Declared>>(paths).flatMap((path) => Object.values(path));
    const withStatus = (status: string) => declared.filter(({ responses }) => status in responses);
    expect(withStatus("409")).toEqual([]);
    expect(withStatus("429")).toEqual([paths["/v2/consumer/workflows"].post]);
  });
});
