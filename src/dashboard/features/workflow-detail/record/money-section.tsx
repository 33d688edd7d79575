import type { ReactNode } from "react";
import { chargedByCurrency, netByCurrency, refundedByCurrency, type Transaction, totalOf } from "#contract/cost.ts";
import { currencies } from "#contract/currency.ts";
import type { Workflow } from "#contract/workflow.ts";
import { BuzzAmount } from "#dashboard/display/buzz-amount.tsx";
import { buzzNumber, countOf, currencyName } from "#dashboard/display/words.ts";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";
import { TableHead } from "#dashboard/ui/table-head.tsx";

type Props = {
  workflow: Workflow;
  /** What it was quoted in this browser, in Buzz. What was quoted elsewhere is not known. */
  quoted: number | undefined;
  /** How the price comes about. */
  children?: ReactNode;
};

/** Every debit and credit of a workflow in order, and by currency what was charged, what came back, and what is left. */
export function MoneySection({ workflow, quoted, children }: Props) {
  const list = workflow.transactions?.list;
  return (
    <section aria-label="Money" className="flex flex-col gap-3 rounded-lg border border-border bg-surface p-4">
      <h2 className="font-medium text-base">Money</h2>
      <p className="text-sm">{sayQuoted(workflow, quoted)}</p>
      {list ? (
        <>
          <ByCurrency workflow={workflow} />
          <Movements list={list} />
        </>
      ) : (
        <p className="text-muted text-sm">The server told no transactions, so what was paid is unknown.</p>
      )}
      {workflow.lostBlobsRefund ? (
        <p className="text-muted text-sm">
          {buzzNumber(workflow.lostBlobsRefund)} Buzz came back for outputs that were lost.
        </p>
      ) : null}
      {children}
    </section>
  );
}

function ByCurrency({ workflow: { transactions } }: { workflow: Workflow }) {
  const [charged, refunded, net] = [
    chargedByCurrency(transactions),
    refundedByCurrency(transactions),
    netByCurrency(transactions),
  ];
  if (!charged || !refunded || !net) return null;
  const moved = currencies.filter((currency) => charged[currency] + refunded[currency] > 0);
  if (moved.length === 0) return <p className="text-muted text-sm">No Buzz was moved.</p>;
  return (
    <table className="w-full text-left text-sm">
      <TableHead columns={["Buzz", "Charged", "Refunded", "Net"]} numbersFrom={1} />
      <tbody className="tabular">
        {moved.map((currency) => (
          <tr key={currency} className="border-border border-t">
            <th scope="row" className="py-1.5 font-normal">
              {currencyName(currency)}
            </th>
            <td className="py-1.5 pr-3 text-right">{buzzNumber(charged[currency])}</td>
            <td className="py-1.5 pr-3 text-right text-muted">{buzzNumber(refunded[currency])}</td>
            <td className="py-1.5 text-right">
              <span className="inline-flex justify-end">
                <BuzzAmount currency={currency} amount={net[currency]} isCompact />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot className="tabular">
        <tr className="border-border-strong border-t font-medium">
          <th scope="row" className="py-1.5 font-medium">
            Total
          </th>
          <td className="py-1.5 pr-3 text-right">{buzzNumber(totalOf(charged))}</td>
          <td className="py-1.5 pr-3 text-right">{buzzNumber(totalOf(refunded))}</td>
          <td className="py-1.5 text-right">{buzzNumber(totalOf(net))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Movements({ list }: { list: readonly Transaction[] }) {
  return (
    <Disclosure label={countOf(list.length, "movement")} className="text-sm">
      <ol aria-label="Movements" className="max-h-72 overflow-auto">
        {list.map((one, index) => (
          <li
            // Movements are only ever added at the end, and not every server numbers them.
            key={one.id ?? index}
            className="flex items-center gap-2 border-border border-t py-1.5 first:border-t-0"
          >
            <span className="tabular w-5 text-subtle text-xs">{index + 1}</span>
            <span>{one.type === "debit" ? "Charged" : "Refunded"}</span>
            <span className="text-muted">{currencyName(one.accountType).toLowerCase()}</span>
            <span className="tabular ml-auto">
              {one.accountType === "fakeRed" ? (
                buzzNumber(one.amount)
              ) : (
                <BuzzAmount
                  currency={one.accountType}
                  amount={one.type === "debit" ? one.amount : -one.amount}
                  isCompact
                />
              )}
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

/** "Quoted 48, charged 48.", or what is paid in the end where something came back. */
function sayQuoted({ cost, transactions }: Workflow, quoted: number | undefined): string {
  const [charged, net] = [chargedByCurrency(transactions), netByCurrency(transactions)];
  if (quoted === undefined) return cost ? `Cost ${buzzNumber(cost.total)} Buzz.` : "Cost unknown.";
  if (!charged || !net) return `Quoted ${buzzNumber(quoted)}; what was charged is unknown.`;
  const hasRefunds = totalOf(charged) !== totalOf(net);
  return hasRefunds
    ? `Quoted ${buzzNumber(quoted)}; ${buzzNumber(totalOf(net))} paid after refunds.`
    : `Quoted ${buzzNumber(quoted)}, charged ${buzzNumber(totalOf(charged))}.`;
}
