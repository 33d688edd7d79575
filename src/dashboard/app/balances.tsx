import { useQuery } from "@tanstack/react-query";
import { currencies } from "#contract/currency.ts";
import { useApi } from "#dashboard/api/api.ts";
import { balanceQuery } from "#dashboard/api/balance-query.ts";
import { BuzzAmount } from "#dashboard/display/buzz-amount.tsx";

/** What the account holds, per currency; or that nobody can tell, which is never shown as 0. */
export function Balances() {
  const { data } = useQuery(balanceQuery(useApi()));
  if (data === "unknown") return <p className="text-muted text-xs md:ml-auto">Balance unknown</p>;
  return (
    <ul aria-label="Balances" className="flex items-center gap-3 md:ml-auto">
      {currencies.map((currency) => (
        <li key={currency}>
          <BuzzAmount currency={currency} amount={data?.[currency] ?? "unknown"} />
        </li>
      ))}
    </ul>
  );
}
