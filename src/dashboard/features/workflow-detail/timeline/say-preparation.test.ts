import { describe, expect, it } from "vitest";
import { sayPreparation } from "./say-preparation.ts";

describe("sayPreparation", () => {
  it.each([
    [{ resource: "urn:air:x", queuePosition: 3 }, "3 downloads before it"],
    [{ queuePosition: 0, etaSeconds: 20 }, "loading, about 20 s left"],
    [{ queuePosition: 0, progress: 0.42, etaSeconds: 90 }, "42% loaded, about 1 min 30 s left"],
    [{ resource: "urn:air:x" }, undefined],
    [undefined, undefined],
  ])("says %o as %s", (preparation, words) => {
    expect(sayPreparation({ $type: "comfy", name: "a", status: "preparing", preparation })).toBe(words);
  });

  it("says nothing once the step is processed", () => {
    const preparation = { queuePosition: 0, progress: 1 };
    expect(sayPreparation({ $type: "comfy", name: "a", status: "processing", preparation })).toBeUndefined();
  });
});
