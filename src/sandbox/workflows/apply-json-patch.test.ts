import { describe, expect, it } from "vitest";
import type { JsonPatch } from "#contract/json-patch.ts";
import { applyJsonPatch } from "./apply-json-patch.ts";

const document = { a: { b: 1 }, list: ["x", "y"], "c/d": 1, "e~f": 2 };

// Source: RFC 6902, section 4 and appendix A.
describe("applyJsonPatch", () => {
  it.each<[string, JsonPatch, unknown]>([
    ["adds a member", [{ op: "add", path: "/a/c", value: 2 }], { ...document, a: { b: 1, c: 2 } }],
    ["adds before an item", [{ op: "add", path: "/list/1", value: "z" }], { ...document, list: ["x", "z", "y"] }],
    ["adds at the end", [{ op: "add", path: "/list/-", value: "z" }], { ...document, list: ["x", "y", "z"] }],
    ["replaces", [{ op: "replace", path: "/a/b", value: null }], { ...document, a: { b: null } }],
    ["removes an item", [{ op: "remove", path: "/list/0" }], { ...document, list: ["y"] }],
    ["moves", [{ op: "move", from: "/a/b", path: "/a/z" }], { ...document, a: { z: 1 } }],
    ["copies", [{ op: "copy", from: "/a", path: "/g" }], { ...document, g: { b: 1 } }],
    ["reads escaped names", [{ op: "replace", path: "/c~1d", value: 9 }], { ...document, "c/d": 9 }],
    ["reads escaped tildes", [{ op: "replace", path: "/e~0f", value: 9 }], { ...document, "e~f": 9 }],
    ["tests deeply", [{ op: "test", path: "/a", value: { b: 1 } }], document],
  ])("%s", (_, patch, result) => {
    expect(applyJsonPatch(document, patch)).toEqual({ ok: true, document: result });
  });

  it.each<[string, JsonPatch[number]]>([
    ["a test that fails", { op: "test", path: "/a/b", value: 2 }],
    ["to remove what is not there", { op: "remove", path: "/nothing" }],
    ["to replace what is not there", { op: "replace", path: "/nothing", value: 1 }],
    ["an item past the end", { op: "add", path: "/list/3", value: 1 }],
    ["an item with a leading zero", { op: "remove", path: "/list/01" }],
    ["to put a member into a text", { op: "add", path: "/list/0/x", value: 1 }],
    ["to move a value into itself", { op: "move", from: "/a", path: "/a/b" }],
  ])("refuses %s, and names the operation", (_, operation) => {
    const before = structuredClone(document);
    const patch: JsonPatch = [{ op: "add", path: "/new", value: 1 }, operation];
    expect(applyJsonPatch(document, patch)).toMatchObject({ ok: false, index: 1 });
    expect(document).toEqual(before);
  });

  it("takes a member named __proto__ for a member", () => {
    const patched = applyJsonPatch({}, [{ op: "add", path: "/__proto__", value: { polluted: true } }]);
    expect(patched.ok && Object.keys(Object(patched.document))).toEqual(["__proto__"]);
    expect({}).not.toHaveProperty("polluted");
  });
});
