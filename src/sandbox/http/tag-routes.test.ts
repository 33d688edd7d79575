import { describe, expect, it } from "vitest";
import { echo, httpTrial } from "./http-trial.ts";

async function opened(tags: string[] = []) {
  const { say, submit } = httpTrial();
  const { id } = await submit({ steps: [echo], tags });
  const path = `/v2/consumer/workflows/${id}`;
  const read = async () => (await say("GET", path)).body.tags;
  return { say, read, path: `${path}/tags` };
}

describe("POST /v2/consumer/workflows/{workflowId}/tags", () => {
  it("204: adds a tag, and adding it twice is adding it once", async () => {
    const { say, read, path } = await opened(["a"]);
    const add = () => say("POST", path, { body: '"b"', headers: { "Content-Type": "application/json" } });
    expect([(await add()).status, (await add()).status]).toEqual([204, 204]);
    expect(await read()).toEqual(["a", "b"]);
  });

  it("400: refuses the eleventh", async () => {
    const { say, path } = await opened(Array.from({ length: 10 }, (_, index) => `tag ${index}`));
    const answer = await say("POST", path, { body: '"one more"', headers: { "Content-Type": "application/json" } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.tag[0]).toContain("10 tags");
  });

  it("404: knows no such workflow", async () => {
    const saying = { body: '"a"', headers: { "Content-Type": "application/json" } };
    expect((await httpTrial().say("POST", "/v2/consumer/workflows/wf_none/tags", saying)).status).toBe(404);
  });
});

describe("DELETE /v2/consumer/workflows/{workflowId}/tags/{tag}", () => {
  it("204: removes a tag whose name needs to be encoded", async () => {
    const { say, read, path } = await opened(["a/b 100%", "c"]);
    expect((await say("DELETE", `${path}/${encodeURIComponent("a/b 100%")}`)).status).toBe(204);
    expect(await read()).toEqual(["c"]);
  });

  it("204: removes a tag with blanks around it, as tags are set", async () => {
    const { say, read, path } = await opened(["a", "b"]);
    expect((await say("DELETE", `${path}/%20a%20`)).status).toBe(204);
    expect(await read()).toEqual(["b"]);
  });

  it("404: knows no such workflow", async () => {
    expect((await httpTrial().say("DELETE", "/v2/consumer/workflows/wf_none/tags/a")).status).toBe(404);
  });
});

describe("DELETE /v2/consumer/workflows/{workflowId}/tags", () => {
  it("204: removes all tags", async () => {
    const { say, read, path } = await opened(["a", "b"]);
    expect((await say("DELETE", path)).status).toBe(204);
    expect(await read()).toEqual([]);
  });
});
