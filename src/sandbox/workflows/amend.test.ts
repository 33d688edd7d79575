import { describe, expect, it } from "vitest";
import type { JsonPatch } from "#contract/json-patch.ts";
import { type WorkflowUpdate, workflowSchema } from "#contract/workflow.ts";
import { deleteWorkflow } from "./delete.ts";
import { getWorkflow } from "./get.ts";
import { patchWorkflow } from "./patch.ts";
import { queryWorkflows } from "./query.ts";
import { openView, sandboxForTests } from "./sandbox-for-tests.ts";
import { addTag, removeAllTags, removeTag } from "./tags.ts";
import { updateWorkflow } from "./update.ts";

const aPicture = (prompt = "a fox") => ({
  steps: [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt } }],
  tags: ["spring"],
  metadata: { name: "Hero", notes: ["one"] },
});

async function aWorkflow(body: object = aPicture()) {
  const sandbox = sandboxForTests();
  const { id } = await sandbox.submit(body);
  const { services, account } = sandbox;
  const key = id ?? "";
  return {
    ...sandbox,
    id: key,
    update: (update: WorkflowUpdate) => updateWorkflow(services, account, key, update, { ...openView, whatif: false }),
    patch: (patch: JsonPatch) => patchWorkflow(services, account, key, patch),
    read() {
      const got = getWorkflow(services, account, key, openView);
      return got.ok ? workflowSchema.parse(got.value.workflow) : got;
    },
    listed: (tag: string) => {
      const found = queryWorkflows(services, account, { tags: [tag] }, openView);
      return found.ok ? found.value.items.length : 0;
    },
  };
}

describe("updateWorkflow", () => {
  it("replaces metadata and tags, at any time", async () => {
    const workflow = await aWorkflow();
    await workflow.pass(10);
    const updated = await workflow.update({ metadata: { name: "New" }, tags: ["autumn"] });
    expect(updated).toMatchObject({ value: { workflow: { metadata: { name: "New" }, tags: ["autumn"] } } });
    expect([workflow.listed("spring"), workflow.listed("autumn")]).toEqual([0, 1]);
  });

  it("cancels with a full refund while nothing is delivered", async () => {
    const workflow = await aWorkflow();
    await workflow.pass(2);
    expect(await workflow.update({ status: "canceled" })).toMatchObject({
      value: { workflow: { status: "canceled" } },
    });
    expect(workflow.balances().blue).toBe(500);
  });

  it("refuses to cancel what is over, and then changes nothing else either", async () => {
    const workflow = await aWorkflow();
    await workflow.pass(10);
    expect(await workflow.update({ status: "canceled", tags: ["late"] })).toMatchObject({ reason: "conflict" });
    expect(workflow.read()).toMatchObject({ status: "succeeded", tags: ["spring"] });
  });

  it("does not know the workflows of others", async () => {
    const { services, id } = await aWorkflow();
    const stranger = services.store.accounts.insert("another hash", { write: true, mature: true }, 0);
    const outcome = await updateWorkflow(services, stranger, id, { tags: [] }, { ...openView, whatif: false });
    expect(outcome).toMatchObject({ reason: "not-found" });
  });
});

describe("patchWorkflow", () => {
  it("changes members of metadata, tags and status", async () => {
    const workflow = await aWorkflow();
    const outcome = await workflow.patch([
      { op: "test", path: "/metadata/name", value: "Hero" },
      { op: "add", path: "/metadata/notes/-", value: "two" },
      { op: "add", path: "/tags/0", value: "first" },
      { op: "replace", path: "/status", value: "canceled" },
    ]);
    expect(outcome.ok).toBe(true);
    expect(workflow.read()).toMatchObject({
      metadata: { name: "Hero", notes: ["one", "two"] },
      tags: ["first", "spring"],
      status: "canceled",
    });
  });

  it.each<[string, JsonPatch, string]>([
    ["a test that fails", [{ op: "test", path: "/metadata/name", value: "Other" }], "[1]"],
    ["a path that leads nowhere", [{ op: "remove", path: "/metadata/nothing" }], "[1]"],
    ["a member that can't be changed", [{ op: "add", path: "/steps", value: [] }], "steps"],
    ["a tag twice", [{ op: "add", path: "/tags/-", value: "spring" }], "tags"],
    ["a status that can't be set", [{ op: "replace", path: "/status", value: "succeeded" }], "status"],
    ["a status that is removed", [{ op: "remove", path: "/status" }], "status"],
  ])("refuses %s, and then changes nothing", async (_, patch, key) => {
    const workflow = await aWorkflow();
    const before = workflow.read();
    const outcome = await workflow.patch([{ op: "replace", path: "/metadata/name", value: "New" }, ...patch]);
    expect(outcome).toMatchObject({ ok: false, reason: "invalid", errors: { [key]: [expect.any(String)] } });
    expect(workflow.read()).toEqual(before);
  });

  it("empties metadata and tags that are removed", async () => {
    const workflow = await aWorkflow();
    await workflow.patch([
      { op: "remove", path: "/metadata" },
      { op: "remove", path: "/tags" },
    ]);
    expect(workflow.read()).toMatchObject({ metadata: {}, tags: [] });
  });
});

describe("deleteWorkflow", () => {
  it("refunds what is live; then the workflow is gone from reads and lists, and its ledger entries stay", async () => {
    const workflow = await aWorkflow();
    expect(deleteWorkflow(workflow.services, workflow.account, workflow.id).ok).toBe(true);
    expect(workflow.balances().blue).toBe(500);
    expect(workflow.read()).toMatchObject({ reason: "not-found" });
    expect(workflow.listed("spring")).toBe(0);
    expect(deleteWorkflow(workflow.services, workflow.account, workflow.id)).toMatchObject({ reason: "not-found" });
    expect(workflow.services.store.ledger.ofWorkflow(workflow.id)).toHaveLength(2);
    await workflow.pass(100);
  });

  it("keeps paid what was delivered", async () => {
    const workflow = await aWorkflow();
    await workflow.pass(10);
    deleteWorkflow(workflow.services, workflow.account, workflow.id);
    expect(workflow.balances().blue).toBe(490);
  });
});

describe("tags", () => {
  it("adds a tag once, however often it is added", async () => {
    const { services, account, id, read } = await aWorkflow();
    for (let time = 0; time < 3; time += 1) expect(addTag(services, account, id, "autumn").ok).toBe(true);
    expect(read()).toMatchObject({ tags: ["spring", "autumn"] });
  });

  it("refuses the eleventh", async () => {
    const { services, account, id } = await aWorkflow();
    const outcomes = Array.from({ length: 10 }, (_, number) => addTag(services, account, id, `tag ${number}`).ok);
    expect(outcomes).toEqual([...Array.from({ length: 9 }, () => true), false]);
  });

  it("removes one and all", async () => {
    const { services, account, id, listed, read } = await aWorkflow({ ...aPicture(), tags: ["a", "b", "c"] });
    removeTag(services, account, id, "b");
    expect(read()).toMatchObject({ tags: ["a", "c"] });
    removeAllTags(services, account, id);
    expect(read()).toMatchObject({ tags: [] });
    expect(listed("a")).toBe(0);
  });
});
