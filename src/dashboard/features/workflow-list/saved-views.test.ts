// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  defaultSearch,
  isSameSearch,
  keepViewsBy,
  keepViewsOf,
  readViews,
  removeView,
  saveView,
} from "./saved-views.ts";

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

describe("saved views of a connection", () => {
  const ink = { name: "Ink", search: { tags: ["ink"] }, isDefault: false };
  const names = () => readViews().map(({ name }) => name);
  let connection: string | undefined;

  beforeEach(() => {
    localStorage.setItem("baton.views", "[]");
    connection = "one";
    keepViewsBy(() => connection);
  });
  afterEach(() => keepViewsBy(() => undefined));

  it("are not there under another one", () => {
    saveView({ ...ink, isDefault: true });
    connection = "two";
    expect(readViews()).toEqual([]);
    expect(defaultSearch()).toEqual({});
    saveView({ ...ink, search: { tags: ["sea"] } });
    removeView("Ink");
    connection = "one";
    expect(readViews()).toEqual([{ ...ink, isDefault: true }]);
  });

  it("leave those that were saved before views had a connection to all of them", () => {
    localStorage.setItem("baton.views", JSON.stringify([{ ...failed, isDefault: true }]));
    for (connection of ["one", "two"]) expect(readViews()).toEqual([{ ...failed, isDefault: true, isForAll: true }]);
    connection = "one";
    saveView({ ...ink, isDefault: true });
    expect(readViews().filter(({ isDefault }) => isDefault)).toEqual([{ ...ink, isDefault: true }]);
    connection = "two";
    expect(defaultSearch()).toEqual(failed.search);
  });

  it("change one that is for all for all, and take its name for themselves alone", () => {
    localStorage.setItem("baton.views", JSON.stringify([failed]));
    const [forAll = failed] = readViews();
    saveView({ ...forAll, isDefault: true });
    connection = "two";
    expect(defaultSearch()).toEqual(failed.search);
    saveView({ ...failed, search: { tags: ["sea"] } });
    expect(readViews()).toEqual([{ ...failed, search: { tags: ["sea"] } }]);
    connection = "one";
    expect(readViews()).toEqual([{ ...failed, isDefault: true, isForAll: true }]);
  });

  it("give the name back to the one that is for all when the own one is deleted", () => {
    localStorage.setItem("baton.views", JSON.stringify([failed]));
    saveView({ ...failed, search: { tags: ["sea"] } });
    removeView("Failed");
    expect(readViews()).toEqual([{ ...failed, isForAll: true }]);
    removeView("Failed");
    expect(readViews()).toEqual([]);
  });

  it("are forgotten with it, and those for all are not", () => {
    localStorage.setItem("baton.views", JSON.stringify([failed]));
    saveView(ink);
    connection = "two";
    saveView(ink);
    keepViewsOf(["two"]);
    expect(names()).toEqual(["Failed", "Ink"]);
    connection = "one";
    expect(names()).toEqual(["Failed"]);
  });

  it("stay the same array while nothing changes, so that nothing is drawn again", () => {
    saveView(ink);
    expect(readViews()).toBe(readViews());
  });
});
