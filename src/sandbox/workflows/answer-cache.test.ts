import { describe, expect, it } from "vitest";
import { flux, type HttpTrial, httpTrial } from "../http/http-trial.ts";
import { getWorkflow } from "./get.ts";
import { openView, sandboxForTests } from "./sandbox-for-tests.ts";

/** A workflow that is over and withholds a mature picture, seen once before anything changes. */
async function anEndedWorkflow() {
  const trial = httpTrial();
  const { id } = await trial.submit({ tags: ["old"], steps: [flux("a fox [rated:x]")] });
  await trial.pass(10);
  const path = `/v2/consumer/workflows/${id}`;
  await both(trial, path);
  return { trial, path };
}

/** The workflow by itself and in the list; the two are never at odds. */
async function both(trial: HttpTrial, path: string, view = "hideMatureContent=false", headers = {}) {
  const { body: one } = await trial.say("GET", `${path}?${view}`, { headers });
  const { body: page } = await trial.say("GET", `/v2/consumer/workflows?${view}`, { headers });
  expect(page.items).toEqual([one]);
  return one;
}

describe("an answer about a workflow that is over", () => {
  it("shows tags and metadata as they were changed since", async () => {
    const { trial, path } = await anEndedWorkflow();
    await trial.say("PUT", path, { body: { tags: ["new"], metadata: { note: "changed" } } });
    expect(await both(trial, path)).toMatchObject({ tags: ["new"], metadata: { note: "changed" } });
    await trial.say("POST", `${path}/tags`, { body: JSON.stringify("more"), headers: json });
    expect((await both(trial, path)).tags).toEqual(["new", "more"]);
    await trial.say("PUT", `${path}/steps/$0`, { body: { metadata: { rank: 1 } } });
    expect((await both(trial, path)).steps[0].metadata).toEqual({ rank: 1 });
  });

  it("shows what was released, and who paid for it", async () => {
    const { trial, path } = await anEndedWorkflow();
    await trial.say("PUT", `${path}?whatif=true`, { body: { allowMatureContent: true } });
    expect((await both(trial, path)).steps[0].output.images[0]).toMatchObject({ available: false });
    await trial.say("PUT", path, { body: { allowMatureContent: true } });
    const released = await both(trial, path);
    expect(released.steps[0].output.images[0]).toMatchObject({ available: true, url: expect.any(String) });
    expect(released.transactions.list).toHaveLength(3);
  });

  it("hides mature media from who asks for that, whoever asked before", async () => {
    const { trial, path } = await anEndedWorkflow();
    await trial.say("PUT", path, { body: { allowMatureContent: true } });
    const imageOf = async (view: string) => (await both(trial, path, view)).steps[0].output.images[0];
    expect(await imageOf("hideMatureContent=false")).toHaveProperty("url");
    expect(await imageOf("hideMatureContent=true")).not.toHaveProperty("url");
    expect(await imageOf("hideMatureContent=false")).toHaveProperty("url");
  });

  it("has links that still last, as time goes by", async () => {
    const { trial, path } = await anEndedWorkflow();
    await trial.say("PUT", path, { body: { allowMatureContent: true } });
    const urlOf = async () => (await both(trial, path)).steps[0].output.images[0].url;
    const first = await urlOf();
    trial.clock.advance(600);
    expect(await urlOf()).not.toBe(first);
    expect((await trial.say("GET", await urlOf(), { token: null })).status).toBe(308);
  });
});

const json = { "Content-Type": "application/json" };

describe("what is read inside of a transaction that may be undone", () => {
  it("is no answer to be kept: to ask for one there is a defect", async () => {
    const { services, account, submit } = sandboxForTests();
    const id = (await submit({ steps: [flux("a fox")] })).id ?? "";
    const read = () => getWorkflow(services, account, id, openView);
    expect(() => services.store.transaction(read)).toThrow("not kept");
    expect(() => services.store.rehearse(read)).toThrow("not kept");
    expect(read()).toMatchObject({ ok: true });
  });
});
