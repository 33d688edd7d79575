import { describe, expect, it } from "vitest";
import { echo, flux, httpTrial } from "../http/http-trial.ts";

/* Lists of the hosted dialect, where facts 1.1 and 1.5 differ from the guide. */

const workflows = "/v2/consumer/workflows";
const hosted = () => httpTrial({ dialect: "hosted" });

describe("GET /v2/consumer/workflows in the hosted dialect", () => {
  it("passes over a status, also one that does not exist (facts 1.5 #3)", async () => {
    const { say, submit, pass } = hosted();
    await submit({ steps: [echo] });
    await pass(5);
    await submit({ steps: [flux("a fox")] });
    for (const status of ["failed", "sleeping"]) {
      const { status: answered, body } = await say("GET", `${workflows}?status=${status}`);
      expect(answered).toBe(200);
      expect(body.items.map((one: { status: string }) => one.status)).toEqual(["unassigned", "succeeded"]);
    }
  });

  it("leaves out what failed with excludeFailed, which it has (facts 1.1)", async () => {
    const { say, submit, pass } = hosted();
    await submit({ steps: [flux("a fox [fail]")] });
    const { id } = await submit({ steps: [echo] });
    await pass(20);
    const { body } = await say("GET", `${workflows}?excludeFailed=true`);
    expect(body.items.map((one: { id: string }) => one.id)).toEqual([id]);
  });

  it("hides mature content where nothing is said, and keeps available true (facts 1.5 #6, #7)", async () => {
    const { say, submit, pass } = hosted();
    const { id } = await submit({ steps: [flux("a figure [rated:x]")], allowMatureContent: true });
    await pass(10);
    const pictureOf = (workflow: { steps: { output: { images: object[] } }[] }) => workflow.steps[0]?.output.images[0];
    const hidden = pictureOf((await say("GET", workflows)).body.items[0]);
    expect(hidden).toMatchObject({ available: true, nsfwLevel: "x", id: expect.any(String) });
    expect(Object.keys(hidden ?? {}).filter((member) => /url|reason/i.test(member))).toEqual([]);
    const asked = await say("GET", `${workflows}?hideMatureContent=false`);
    expect(pictureOf(asked.body.items[0])).toHaveProperty("url");
    expect(pictureOf((await say("GET", `${workflows}/${id}`)).body)).toHaveProperty("url");
  });

  it("has no next on the last page (facts 1.1)", async () => {
    const { say, submit } = hosted();
    for (let count = 0; count < 3; count += 1) await submit({ steps: [echo] });
    const first = (await say("GET", `${workflows}?take=2`)).body;
    expect(first).toMatchObject({ items: [{}, {}], next: expect.any(String) });
    const last = (await say("GET", `${workflows}?take=2&cursor=${first.next}`)).body;
    expect(last.items).toHaveLength(1);
    expect(last).not.toHaveProperty("next");
  });

  it("tells of a deleted workflow no more (facts 1.1, DeleteWorkflow)", async () => {
    const { say, submit } = hosted();
    const { id } = await submit({ steps: [echo] });
    expect((await say("DELETE", `${workflows}/${id}`)).status).toBe(204);
    expect((await say("GET", `${workflows}/${id}`)).status).toBe(404);
    expect((await say("DELETE", `${workflows}/${id}`)).status).toBe(404);
    expect((await say("GET", workflows)).body.items).toEqual([]);
  });
});
