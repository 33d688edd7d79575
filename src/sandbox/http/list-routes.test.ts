import { describe, expect, it } from "vitest";
import { echo, flux, httpTrial } from "./http-trial.ts";

const workflows = "/v2/consumer/workflows";

describe("GET /v2/consumer/workflows", () => {
  describe("200", () => {
    it("ANDs tags, ORs statuses and pages by cursor", async () => {
      const { say, submit, sandbox } = httpTrial();
      for (const tags of [["a"], ["a", "b"], ["a", "b"], ["b"]]) await submit({ steps: [echo], tags });
      await sandbox.idle();
      const path = `${workflows}?tags=a&tags=b&status=succeeded&status=failed&take=1`;
      const first = await say("GET", path);
      expect(first.body.items).toHaveLength(1);
      const second = await say("GET", `${path}&cursor=${first.body.next}`);
      expect(second.body.items).toHaveLength(1);
      expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
      expect(second.body).not.toHaveProperty("next");
    });

    it("finds a tag with blanks around it, as tags are set, and leaves one out so", async () => {
      const { say, submit } = httpTrial();
      const { id } = await submit({ steps: [echo], tags: [" spring "] });
      const idsOf = async (query: string) =>
        (await say("GET", `${workflows}?${query}`)).body.items.map((one: { id: string }) => one.id);
      expect(await idsOf("tags=%20spring%20")).toEqual([id]);
      expect(await idsOf("tags=spring&excludeTags=spring%20")).toEqual([]);
    });

    it("hides mature links unless it is told not to, and passes over parameters that it does not know", async () => {
      const { say, submit, pass } = httpTrial();
      await submit({ steps: [flux("a fox [rated:x]")], allowMatureContent: true });
      await pass(10);
      const image = async (query: string) =>
        (await say("GET", `${workflows}?colour=red${query}`)).body.items[0].steps[0].output.images[0];
      expect(await image("")).not.toHaveProperty("url");
      expect(await image("&hideMatureContent=False")).toHaveProperty("url");
    });

    it("shows an account its own workflows only", async () => {
      const { say, submit } = httpTrial();
      await submit({ steps: [echo] });
      expect((await say("GET", workflows, { token: "sandbox_other" })).body.items).toEqual([]);
    });
  });

  describe("400", () => {
    it.each(["take=0", "take=1001", "status=done", "fromDate=yesterday", "cursor=nonsense"])(
      "refuses %s",
      async (query) => {
        expect((await httpTrial().say("GET", `${workflows}?${query}`)).status).toBe(400);
      },
    );
  });
});
