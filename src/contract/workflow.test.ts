import { describe, expect, it } from "vitest";
import {
  isReleasable,
  releasableBlobs,
  tagsSchema,
  type Workflow,
  workflowBlobs,
  workflowPageSchema,
  workflowSchema,
  workflowTemplateSchema,
  workflowUpdateSchema,
} from "./workflow.ts";

const step = { $type: "echo", input: { message: "hello" } };
const messagesOf = (template: object) =>
  workflowTemplateSchema.safeParse({ steps: [step], ...template }).error?.issues.map(({ message }) => message);
const isTaken = (template: object) => messagesOf(template) === undefined;

describe("workflowTemplateSchema", () => {
  it("takes a template that has steps and nothing else", () => {
    expect(workflowTemplateSchema.parse({ steps: [step] })).toEqual({ steps: [step] });
  });

  it("takes null for everything but the steps", () => {
    const others = Object.keys(workflowTemplateSchema.shape).filter((member) => member !== "steps");
    expect(isTaken(Object.fromEntries(others.map((member) => [member, null])))).toBe(true);
  });

  it.each([[[]], [null], [undefined]])("refuses %j for steps", (steps) => {
    expect(isTaken({ steps })).toBe(false);
  });

  it.each([
    ["currencies", ["blue", "green", "yellow"]],
    ["currencies", []],
    ["externalId", "a".repeat(128)],
    ["externalId", "Order_7-b"],
    ["tips", { civitai: 0, creators: 2 }],
    ["upgradeMode", "automatic"],
    ["nsfwLevel", "pg13"],
    ["arguments", { subject: { name: "fox" } }],
  ])("takes %s %j", (member, value) => {
    expect(isTaken({ [member]: value })).toBe(true);
  });

  it.each([
    ["currencies", ["fakeRed"]],
    ["externalId", "a".repeat(129)],
    ["externalId", ""],
    ["externalId", "order 7"],
    ["tips", { civitai: 2.1, creators: 0 }],
    ["tips", { civitai: -0.1, creators: 0 }],
    ["tips", { civitai: 0 }],
    ["upgradeMode", "never"],
    ["nsfwLevel", "mild"],
    ["metadata", "note"],
    ["arguments", ["fox"]],
    ["allowMatureContent", "true"],
  ])("refuses %s %j", (member, value) => {
    expect(isTaken({ [member]: value })).toBe(false);
  });

  it.each([
    ["name", "hero_2-b"],
    ["name", "$0"],
    ["name", "hero.output, 2"],
    ["timeout", "00:10:00"],
    ["timeout", "1.23:59:59.5"],
    ["retries", 0],
    ["priority", "low"],
  ])("takes a step whose %s is %j", (member, value) => {
    expect(isTaken({ steps: [{ ...step, [member]: value }] })).toBe(true);
  });

  it.each([
    ["$type", ""],
    ["name", "a".repeat(129)],
    ["name", " "],
    ["timeout", "PT10M"],
    ["timeout", "25:00:00"],
    ["retries", -1],
    ["retries", 101],
    ["retries", 1.5],
    ["priority", "urgent"],
  ])("refuses a step whose %s is %j", (member, value) => {
    expect(isTaken({ steps: [{ ...step, [member]: value }] })).toBe(false);
  });
});

describe("tagsSchema", () => {
  const distinct = (count: number) => Array.from({ length: count }, (_, index) => `tag ${index}`);

  it("takes up to 10 tags of up to 200 characters, without the blanks around them", () => {
    expect(tagsSchema.safeParse(distinct(10)).success).toBe(true);
    expect(tagsSchema.parse(["a".repeat(200), " spring "])).toEqual(["a".repeat(200), "spring"]);
  });

  it.each([
    ["an eleventh tag", distinct(11)],
    ["an empty tag", [""]],
    ["a tag of blanks", ["  "]],
    ["a tag of 201 characters", ["a".repeat(201)]],
    ["a tag twice", ["spring", "spring"]],
    ["a tag twice but for blanks", ["spring", "spring "]],
  ])("refuses %s", (_, tags) => {
    expect(tagsSchema.safeParse(tags).success).toBe(false);
  });
});

describe("workflowUpdateSchema", () => {
  it.each([{}, { status: "canceled" }, { allowMatureContent: true }, { tags: [], metadata: {} }])(
    "takes %j",
    (update) => {
      expect(workflowUpdateSchema.parse(update)).toEqual(update);
    },
  );

  it.each([{ status: "succeeded" }, { allowMatureContent: false }, { tags: ["a", "a"] }, { metadata: [] }])(
    "refuses %j",
    (update) => {
      expect(workflowUpdateSchema.safeParse(update).success).toBe(false);
    },
  );
});

describe("workflowSchema", () => {
  const least = { createdAt: "2026-11-24T10:00:00Z", status: "succeeded", steps: [] };

  it("reads a workflow of which the server left out all it may", () => {
    expect(workflowSchema.parse(least)).toEqual(least);
  });

  it("keeps what it does not know", () => {
    expect(workflowSchema.parse({ ...least, downloadPriority: "high" })).toMatchObject({ downloadPriority: "high" });
  });

  it.each([{ items: [], next: "b" }, { items: [], next: null }, { items: [], next: "" }, { items: [least] }])(
    "reads the page %j",
    (page) => {
      expect(workflowPageSchema.parse(page)).toEqual(page);
    },
  );
});

describe("the blobs of a workflow", () => {
  const withheld = { id: "b.png", available: false, nsfwLevel: "x", blockedReason: "MatureContent" };
  const output = (...images: object[]) => ({ images });
  const ran = (name: string, made?: object) => ({
    $type: "imageGen",
    name,
    status: "succeeded" as const,
    output: made,
  });
  const workflow: Pick<Workflow, "steps" | "allowMatureContent"> = {
    allowMatureContent: false,
    steps: [
      ran("first", output({ id: "a.png", available: true, nsfwLevel: "pg" }, withheld)),
      ran("waits"),
      ran("last", output({ ...withheld, id: "c.png", blockedReason: "TOS" })),
    ],
  };

  it("are told with the step that made them", () => {
    expect(workflowBlobs(workflow).map(({ stepName, path, blob }) => [stepName, path, blob.id])).toEqual([
      ["first", "images[0]", "a.png"],
      ["first", "images[1]", "b.png"],
      ["last", "images[0]", "c.png"],
    ]);
  });

  it("are releasable where they are mature and blocked for no other reason", () => {
    expect(releasableBlobs(workflow).map(({ id }) => id)).toEqual(["b.png"]);
    expect(isReleasable(workflow)).toBe(true);
  });

  it("are not releasable once the workflow allows mature content", () => {
    expect(isReleasable({ ...workflow, allowMatureContent: true })).toBe(false);
  });

  it("are not releasable when none is withheld", () => {
    expect(isReleasable({ ...workflow, steps: workflow.steps.slice(1) })).toBe(false);
  });
});
