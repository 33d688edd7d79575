import { describe, expect, it } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { pastOutputs } from "./past-outputs.ts";

const url = "https://x.example/a";
const blobs = {
  safe: { id: "a.jpeg", available: true, url, nsfwLevel: "pg" },
  mature: { id: "b.jpeg", available: true, url, nsfwLevel: "x" },
  withheld: { id: "c.jpeg", available: false, url: null, nsfwLevel: "x", blockedReason: "MatureContent" },
  blocked: { id: "d.jpeg", available: false, url: null, blockedReason: "CSAM" },
};
const workflow: Workflow = {
  id: "w1",
  createdAt: "2026-11-26T10:00:00Z",
  status: "succeeded",
  metadata: { name: "Dawn" },
  allowMatureContent: false,
  steps: [
    { $type: "imageGen", name: "draw", status: "succeeded", output: { images: Object.values(blobs) } },
    { $type: "videoGen", name: "film", status: "succeeded", output: { video: { id: "e.mp4", available: true, url } } },
  ],
};
const labels = (hideMature: boolean, medium: "image" | "video" | undefined) =>
  pastOutputs([workflow], { medium, hideMature }).usable.map(({ label }) => label);

describe("pastOutputs", () => {
  it("offers what has an address, by the medium that is wanted", () => {
    expect(labels(true, "image")).toEqual(["Dawn, draw / images[0]"]);
    expect(labels(true, "video")).toEqual(["Dawn, film / video"]);
    expect(labels(true, undefined)).toEqual(["Dawn, draw / images[0]", "Dawn, film / video"]);
  });

  it("offers mature files only while they are not hidden, and withheld ones never", () => {
    expect(labels(false, "image")).toEqual(["Dawn, draw / images[0]", "Dawn, draw / images[1]"]);
    expect(pastOutputs([workflow], { medium: "image", hideMature: true }).keptBack).toBe(2);
    expect(pastOutputs([workflow], { medium: "image", hideMature: false }).keptBack).toBe(1);
  });
});
