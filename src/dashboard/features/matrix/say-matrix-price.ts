import { currencies } from "#contract/currency.ts";
import { buzzNumber } from "#dashboard/display/words.ts";
import type { MatrixPrice } from "./price-matrix.ts";

/** "Run 12 workflows for 576: 40 blue + 536 yellow"; without balances only the sum. */
export function sayMatrixPrice({ total, pays }: MatrixPrice, count: number): string {
  const verb = `Run ${count} workflows for ${buzzNumber(total)}`;
  if (pays === "unknown") return `${verb} Buzz`;
  const parts = currencies.filter((one) => pays[one] > 0).map((one) => `${buzzNumber(pays[one])} ${one}`);
  return parts.length === 0 ? verb : `${verb}: ${parts.join(" + ")}`;
}
