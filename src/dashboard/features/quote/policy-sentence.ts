import { chargedByCurrency } from "#contract/cost.ts";
import type { Workflow } from "#contract/workflow.ts";

/** What the way of paying means for mature output, in words. Source: guide, "Mature content and currency interaction". */
export function policySentence(quote: Pick<Workflow, "transactions" | "allowMatureContent" | "upgradeMode">): string {
  const charged = chargedByCurrency(quote.transactions);
  if (quote.allowMatureContent === true) return "Paid in yellow: mature output is delivered.";
  const then =
    quote.upgradeMode === "automatic"
      ? "mature output is paid for again in yellow by itself and delivered, or the workflow fails when yellow is short."
      : "mature output is withheld until you release it for yellow.";
  if (!charged) return `Without mature content: ${then}`;
  const safe = (["blue", "green"] as const).filter((currency) => charged[currency] > 0);
  if (safe.length > 0) return `Paid with ${safe.join(" and ")}, so without mature content: ${then}`;
  return `Without mature content, as you chose: ${then}`;
}
