import { useDeferredValue } from "react";

/** More than are in view at once. */
const rowsAtFirst = 12;

/** The rows that are drawn: at first those in view, and the rest right after, while the page answers already. */
export function useFirstRows<Row>(rows: readonly Row[]): readonly Row[] {
  const isWhole = useDeferredValue(true, false);
  return isWhole ? rows : rows.slice(0, rowsAtFirst);
}
