import { describe, expect, it } from "vitest";
import { httpTrial } from "./http-trial.ts";

const path = "/openapi/v2-consumers.json";

describe("GET /openapi/v2-consumers.json", () => {
  it("200: answers the document to anybody, and prints it once", async () => {
    let prints = 0;
    const printDocument = () => {
      prints += 1;
      return { openapi: "3.1.1", info: { title: "Sandbox – ünïcode" } };
    };
    const { say } = httpTrial({}, { printDocument });
    expect(prints).toBe(0);
    for (const token of [null, "sandbox_trial"]) {
      const answer = await say("GET", path, { token });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Content-Type")).toBe("application/json");
      expect(answer.body).toEqual({ openapi: "3.1.1", info: { title: "Sandbox – ünïcode" } });
    }
    expect(prints).toBe(1);
  });

  it("304: sends nothing to who has it already", async () => {
    const { say } = httpTrial({}, { printDocument: () => ({ openapi: "3.1.1" }) });
    const etag = (await say("GET", path)).headers.get("ETag") ?? "";
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const answer = await say("GET", path, { headers: { "If-None-Match": known } });
      expect([answer.status, answer.bytes.length, answer.headers.get("ETag")]).toEqual([304, 0, etag]);
    }
    expect((await say("GET", path, { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  });

  it("changes its tag with the document", async () => {
    const tagOf = async (title: string) =>
      (await httpTrial({}, { printDocument: () => ({ title }) }).say("GET", path)).headers.get("ETag");
    expect(await tagOf("one")).toBe(await tagOf("one"));
    expect(await tagOf("one")).not.toBe(await tagOf("other"));
  });
});
