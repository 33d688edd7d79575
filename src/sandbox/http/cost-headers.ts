import { netByCurrency } from "#contract/cost.ts";
import { currencies } from "#contract/currency.ts";
import { printDroppedFields } from "#contract/dropped-header.ts";
import { costHeaders, droppedFieldsHeader } from "#contract/workflow-operations.ts";
import type { WorkflowAnswer } from "../workflows/view.ts";

/** The price of a workflow, beside its body: `yellow=12;blue=3`. Source: decisions, "Submitting". */
export function priceHeaders({ cost, transactions }: WorkflowAnswer): Record<string, string> {
  const net = netByCurrency(transactions);
  const paid = currencies.filter((currency) => net && net[currency] > 0).reverse();
  return {
    [costHeaders.total]: String(cost?.total ?? 0),
    [costHeaders.byCurrency]: paid.map((currency) => `${currency}=${net?.[currency]}`).join(";"),
    [costHeaders.insufficientBuzz]: String(transactions?.insufficientBuzz ?? false),
  };
}

/** The paths of the request that were dropped; no header when there are none. */
export function droppedHeader(paths: readonly string[]): Record<string, string> {
  return paths.length === 0 ? {} : { [droppedFieldsHeader]: printDroppedFields(paths) };
}
