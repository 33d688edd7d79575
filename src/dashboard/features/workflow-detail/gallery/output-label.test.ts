import { describe, expect, it } from "vitest";
import type { WorkflowBlob } from "#contract/workflow.ts";
import { memberLabel } from "./output-label.ts";

const placed = (path: string, stepName = "mesh"): WorkflowBlob => ({
  stepName,
  path,
  medium: "model3d",
  blob: { id: path, available: true },
});

describe("memberLabel", () => {
  it("tells the files of a step apart by the member that holds them", () => {
    const all = [placed("model"), placed("riggedModel"), placed("basicAnimations.walkingModel")];
    expect(all.map((one) => memberLabel(one, all))).toEqual(["Model", "Rigged model", "Walking model"]);
  });

  it("says nothing where all files of a step are of one member", () => {
    const all = [placed("images[0]"), placed("images[1]"), placed("video", "film")];
    expect(all.map((one) => memberLabel(one, all))).toEqual([undefined, undefined, undefined]);
  });
});
