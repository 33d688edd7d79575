// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readLook, setListLook } from "./list-look.ts";

beforeEach(() => localStorage.clear());

describe("the look of the list", () => {
  it("is kept in this browser, one choice apart from the other", () => {
    setListLook({ density: "compact" });
    setListLook({ hidden: ["tags"] });
    expect(readLook()).toEqual({ density: "compact", hidden: ["tags"] });
    expect(JSON.parse(localStorage.getItem("baton.list-look") ?? "")).toEqual({ density: "compact", hidden: ["tags"] });
  });

  it("is the usual one where another version wrote something else", () => {
    localStorage.setItem("baton.list-look", JSON.stringify({ hidden: ["mood"], density: "airy" }));
    expect(readLook()).toEqual({ density: "comfortable", hidden: [] });
    localStorage.setItem("baton.list-look", "{");
    expect(readLook()).toEqual({ density: "comfortable", hidden: [] });
  });

  it("holds for the page where storage is full", () => {
    const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("full");
    });
    setListLook({ density: "compact" });
    expect(readLook().density).toBe("compact");
    full.mockRestore();
    setListLook({ density: "comfortable" });
  });
});
