import { netByCurrency } from "#contract/cost.ts";
import { currencies } from "#contract/currency.ts";
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

/** How many dropped fields are named, and how long a path may be: a header has to stay short. */
const maxNamed = 100;
const maxPathLength = 100;

/** The paths of the request that were dropped, with commas between; no header when there are none. */
export function droppedHeader(paths: readonly string[]): Record<string, string> {
  if (paths.length === 0) return {};
  const named = paths.slice(0, maxNamed).map((path) => path.slice(0, maxPathLength).replace(notPlain, "?"));
  return { [droppedFieldsHeader]: named.join(",") };
}

/** What a header can't hold, or what would be read as a comma between two paths. */
const notPlain = /[^\x21-\x2b\x2d-\x7e]/g;
