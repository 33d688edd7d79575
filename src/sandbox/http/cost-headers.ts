import { netByCurrency } from "#contract/cost.ts";
import { type Amounts, currencies } from "#contract/currency.ts";
import { printDroppedFields } from "#contract/dropped-header.ts";
import { costHeaders, droppedFieldsHeader } from "#contract/workflow-operations.ts";
import type { WorkflowAnswer } from "../workflows/view.ts";

/**
 * The price of a workflow, beside its body: `yellow=12;blue=3`. What the answer does not tell has no header. Source:
 * decisions, "Submitting".
 */
export function priceHeaders({ cost, transactions }: WorkflowAnswer): Record<string, string> {
  const net = netByCurrency(transactions);
  const { total } = cost ?? {};
  const { insufficientBuzz } = transactions ?? {};
  return {
    ...(total === undefined ? {} : { [costHeaders.total]: String(total) }),
    ...(net ? { [costHeaders.byCurrency]: printAmounts(net) } : {}),
    ...(typeof insufficientBuzz === "boolean" ? { [costHeaders.insufficientBuzz]: String(insufficientBuzz) } : {}),
  };
}

/** Who paid how much: the last of those who are asked first. */
function printAmounts(net: Amounts): string {
  const paid = currencies.filter((currency) => net[currency] > 0).reverse();
  return paid.map((currency) => `${currency}=${net[currency]}`).join(";");
}

/** The paths of the request that were dropped; no header when there are none. */
export function droppedHeader(paths: readonly string[]): Record<string, string> {
  return paths.length === 0 ? {} : { [droppedFieldsHeader]: printDroppedFields(paths) };
}
