import { describe, expect, it } from "vitest";
import { type GateDecision, gate } from "./gate.ts";

const safe = { mature: false };
const mature = { mature: true };
const allowed = { allowMatureContent: true };
const notAllowed = { allowMatureContent: false };

describe("gate", () => {
  it.each<[string, Parameters<typeof gate>[0], GateDecision]>([
    ["delivers what is safe", { ...safe, ...notAllowed, upgradeMode: "manual", yellowSuffices: false }, "deliver"],
    ["delivers what is safe", { ...safe, ...notAllowed, upgradeMode: "automatic", yellowSuffices: false }, "deliver"],
    ["delivers what is allowed", { ...mature, ...allowed, upgradeMode: "manual", yellowSuffices: false }, "deliver"],
    ["delivers what is allowed", { ...mature, ...allowed, upgradeMode: "automatic", yellowSuffices: false }, "deliver"],
    ["withholds by hand", { ...mature, ...notAllowed, upgradeMode: "manual", yellowSuffices: true }, "withhold"],
    ["withholds by hand", { ...mature, ...notAllowed, upgradeMode: "manual", yellowSuffices: false }, "withhold"],
    ["swaps by itself", { ...mature, ...notAllowed, upgradeMode: "automatic", yellowSuffices: true }, "swap"],
    ["fails for want of yellow", { ...mature, ...notAllowed, upgradeMode: "automatic", yellowSuffices: false }, "fail"],
  ])("%s: %j", (_, given, decision) => {
    expect(gate(given)).toBe(decision);
  });
});
