// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { defaultSearch, isSameSearch, readViews, removeView, saveView } from "./saved-views.ts";

const failed = { name: "Failed", search: { status: ["failed" as const] }, isDefault: false };

beforeEach(() => localStorage.clear());

describe("saved views", () => {
  it("are kept by name, in the order of names", () => {
    saveView({ ...failed, name: "Zebra" });
    saveView(failed);
    saveView({ ...failed, search: { tags: ["ink"] } });
    expect(readViews()).toEqual([
      { name: "Failed", search: { tags: ["ink"] }, isDefault: false },
      { name: "Zebra", search: { status: ["failed"] }, isDefault: false },
    ]);
    removeView("Zebra");
    expect(readViews().map(({ name }) => name)).toEqual(["Failed"]);
  });

  it("have one default at most", () => {
    expect(defaultSearch()).toEqual({});
    saveView({ ...failed, isDefault: true });
    saveView({ name: "Ink", search: { tags: ["ink"] }, isDefault: true });
    expect(readViews().filter(({ isDefault }) => isDefault)).toHaveLength(1);
    expect(defaultSearch()).toEqual({ tags: ["ink"] });
  });

  it("leave out what another version wrote, and what no filter means", () => {
    localStorage.setItem(
      "baton.views",
      JSON.stringify([{ name: "Old", search: { status: "sleeping", x: 1 }, isDefault: false }]),
    );
    expect(readViews()).toEqual([{ name: "Old", search: {}, isDefault: false }]);
    localStorage.setItem("baton.views", "{");
    expect(readViews()).toEqual([]);
  });

  it("say that they were not kept where storage is forbidden", () => {
    const forbidden = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("forbidden");
    });
    expect(saveView(failed)).toBe(false);
    forbidden.mockRestore();
  });

  it("are the same filter whatever the order of members", () => {
    expect(isSameSearch({ tags: ["a"], q: "x" }, { q: "x", tags: ["a"] })).toBe(true);
    expect(isSameSearch({ tags: ["a"] }, { tags: ["b"] })).toBe(false);
  });
});
