import type { UpgradeMode } from "#contract/workflow.ts";

/** `swap`: the workflow is paid for in yellow from now on, and the output is delivered. */
export type GateDecision = "deliver" | "withhold" | "swap" | "fail";

export type GateCase = {
  /** Whether anything of the output is rated r or above. */
  mature: boolean;
  allowMatureContent: boolean;
  upgradeMode: UpgradeMode;
  /** Whether yellow has what the swap needs. */
  yellowSuffices: boolean;
};

/** What becomes of an output. Source: guide, "upgradeMode"; decisions, "Mature content". */
export function gate({ mature, allowMatureContent, upgradeMode, yellowSuffices }: GateCase): GateDecision {
  if (!mature || allowMatureContent) return "deliver";
  if (upgradeMode === "manual") return "withhold";
  return yellowSuffices ? "swap" : "fail";
}
