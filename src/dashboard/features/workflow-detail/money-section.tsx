import { chargedByCurrency, netByCurrency, totalOf } from "#contract/cost.ts";
import type { Workflow } from "#contract/workflow.ts";
import { BuzzAmount } from "#dashboard/display/buzz-amount.tsx";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { buzzNumber, currencyName } from "#dashboard/display/words.ts";

/** Every debit and credit of a workflow in order, and what is left of them per currency. */
export function MoneySection({ workflow, quoted }: { workflow: Workflow; quoted: number | undefined }) {
  const list = workflow.transactions?.list;
  return (
    <section aria-label="Money" className="rounded-lg border border-border bg-surface p-4">
      <h2 className="mb-2 font-medium text-base">Money</h2>
      {list ? (
        <table className="w-full text-left text-sm">
          <thead className="text-subtle text-xs">
            <tr>
              <th className="py-1 font-normal">Movement</th>
              <th className="py-1 text-right font-normal">Amount</th>
            </tr>
          </thead>
          <tbody>
            {list.map((one, index) => (
              <tr key={one.id ?? index} className="border-border border-t">
                <td className="py-1.5">
                  {one.type === "debit" ? "Charged" : "Refunded"}{" "}
                  <span className="text-muted">{currencyName(one.accountType).toLowerCase()}</span>
                </td>
                <td className="py-1.5 text-right">
                  {one.accountType === "fakeRed" ? (
                    buzzNumber(one.amount)
                  ) : (
                    <BuzzAmount
                      currency={one.accountType}
                      amount={one.type === "debit" ? one.amount : -one.amount}
                      isCompact
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-border-strong border-t font-medium">
              <td className="py-1.5">Net</td>
              <td className="py-1.5 text-right">
                <CurrencySplit amounts={netByCurrency(workflow.transactions)} />
              </td>
            </tr>
          </tfoot>
        </table>
      ) : (
        <p className="text-muted text-sm">The server told no transactions, so what was paid is unknown.</p>
      )}
      <p className="mt-2 text-muted text-sm">{sayQuoted(workflow, quoted)}</p>
    </section>
  );
}

/** "Quoted 48, charged 48.", or what is paid in the end where something came back. What was quoted elsewhere than in this browser is not known. */
function sayQuoted({ cost, transactions }: Workflow, quoted: number | undefined): string {
  const [charged, net] = [chargedByCurrency(transactions), netByCurrency(transactions)];
  if (quoted === undefined) return cost ? `Cost ${buzzNumber(cost.total)} Buzz.` : "Cost unknown.";
  if (!charged || !net) return `Quoted ${buzzNumber(quoted)}; what was charged is unknown.`;
  const hasRefunds = totalOf(charged) !== totalOf(net);
  return hasRefunds
    ? `Quoted ${buzzNumber(quoted)}; ${buzzNumber(totalOf(net))} paid after refunds.`
    : `Quoted ${buzzNumber(quoted)}, charged ${buzzNumber(totalOf(charged))}.`;
}
