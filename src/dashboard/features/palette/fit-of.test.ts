// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { fitOf } from "./fit-of.ts";

describe("how well a command fits what was typed", () => {
  it("is best where a word begins so, and is there for first letters and a letter left out", () => {
    expect(fitOf("release", "rel", ["Release desk"])).toBeGreaterThan(0.9);
    expect(fitOf("new", "nw", ["New workflow"])).toBeGreaterThan(0.5);
    expect(fitOf("list", "wf", ["Workflows"])).toBeGreaterThan(0);
    expect(fitOf("wf_1", "dlivery", ["Delivery note"])).toBeGreaterThan(0);
  });

  it("is nothing where the letters only stand somewhere in their order", () => {
    expect(fitOf("wf_1", "rel", ["Song for the credits, with cover", "film-teaser"])).toBe(0);
    expect(fitOf("wf_2", "rel", ["Clip: wreck", "film-teaser", "clip"])).toBe(0);
  });

  it("finds an id by a part of it, and by no letters of it alone", () => {
    expect(fitOf("wf_01M8CSHJ9T8V", "csHJ", ["Hero film"])).toBe(1);
    expect(fitOf("wf_01M8CSHJ9T8V", "cs", ["Hero film"])).toBe(0);
  });
});
