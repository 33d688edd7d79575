import { amountsInWords } from "#dashboard/display/say-amounts.ts";
import { buzzNumber, countOf } from "#dashboard/display/words.ts";
import type { MatrixPrice } from "./price-matrix.ts";

/** "Run 12 workflows for 576: 40 blue + 536 yellow"; without balances the sum, and who may pay it. */
export function sayMatrixPrice({ total, pays, payers }: MatrixPrice, count: number): string {
  const verb = `Run ${countOf(count, "workflow")} for ${buzzNumber(total)}`;
  if (pays === "unknown") return `${verb} from ${payers.join(", then ")}`;
  const parts = amountsInWords(pays);
  return parts.length === 0 ? verb : `${verb}: ${parts.join(" + ")}`;
}
