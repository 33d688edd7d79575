import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { memo, type ReactNode, useId, useState } from "react";
import type { Cost } from "#contract/cost.ts";
import { useApi } from "#dashboard/api/api.ts";
import { balanceQuery } from "#dashboard/api/balance-query.ts";
import type { Quote, TemplateInput } from "#dashboard/api/quote-query.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { buzzNumber } from "#dashboard/display/words.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { CostDetails } from "./cost-details.tsx";
import { exposureSentence } from "./exposure.ts";
import { fundingPlan, missingBuzz } from "./funding.ts";
import { FundingBars } from "./funding-bars.tsx";
import { policySentence } from "./policy-sentence.ts";
import { priceDifference } from "./price-difference.ts";
import { sayMissing, shortfallAdvice } from "./shortfall.ts";
import { StepPrices } from "./step-prices.tsx";
import type { QuoteState } from "./use-quote.ts";

type Props = QuoteState & { template: TemplateInput | undefined } & {
  isEmpty: boolean;
  onRetry: () => void;
  /** The fields that need a look, each leading there. */
  faults?: ReactNode;
  run: ReactNode;
};

/** What the chain will cost, who pays, and what that means; below it the button that spends. */
export function QuotePanel({
  template,
  quote,
  earlier,
  isStale,
  isAsking,
  problem,
  isEmpty,
  onRetry,
  faults,
  run,
}: Props) {
  const detailsId = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <section
      aria-label="Quote"
      className="flex max-h-full flex-col gap-3 border-border border-t bg-surface p-4 max-md:gap-2 max-md:px-3 max-md:py-2"
    >
      <div className="flex items-center gap-2">
        <h2 className="font-medium text-muted text-sm">Quote</h2>
        <p className="ml-auto text-subtle text-xs" aria-live="polite">
          {isAsking ? "Asking for the price…" : isStale && quote ? "Price of an earlier state" : ""}
        </p>
        {/* On a narrow screen the details fold, so that the price and the button stay in sight. */}
        <Button
          size="sm"
          variant="quiet"
          className="md:hidden"
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "Fold" : "Details"}
        </Button>
      </div>
      <div id={detailsId} className={clsx("min-h-0 overflow-auto", !isOpen && "max-md:hidden")}>
        {isEmpty ? (
          <p className="text-muted text-sm">Add a step, and its price shows here before anything is spent.</p>
        ) : (
          <>
            <Price quote={quote} earlier={earlier} isStale={isStale} />
            {template && quote && !isStale ? (
              <div className="mt-3 flex flex-col">
                <StepPrices template={template} total={quote.workflow.cost?.total} />
              </div>
            ) : null}
          </>
        )}
      </div>
      {problem && problem.status !== 400 ? (
        <ProblemAlert problem={problem} what="The chain was not priced." onRetry={onRetry} />
      ) : null}
      {problem?.status === 400 ? (
        <Alert tone="warning" title="Not priced yet">
          {Object.keys(problem.fieldErrors).length === 0
            ? problem.message
            : (faults ?? "Some fields need a look; they are marked.")}
        </Alert>
      ) : null}
      {run}
    </section>
  );
}

type PriceProps = { quote: Quote | undefined; earlier: Quote | undefined; isStale: boolean };

/** Drawn again for another price, and not for each key stroke in the chain. */
const Price = memo(function Price({ quote, earlier, isStale }: PriceProps) {
  const { data: balances } = useQuery(balanceQuery(useApi()));
  if (!quote) return <p className="font-medium text-lg text-subtle">No price yet</p>;
  const { workflow, droppedFields } = quote;
  const lines = fundingPlan(workflow, balances);
  const missing = missingBuzz(workflow, balances);
  return (
    <div className={clsx("flex flex-col gap-3", isStale && "opacity-60")}>
      <p className="font-semibold text-2xl tabular-nums leading-none">
        {workflow.cost ? `${buzzNumber(workflow.cost.total)} Buzz` : "Price unknown"}
      </p>
      {workflow.cost && earlier?.workflow.cost && !isStale ? (
        <Difference before={earlier.workflow.cost} after={workflow.cost} />
      ) : null}
      {lines ? <FundingBars lines={lines} /> : <p className="text-muted text-sm">Which Buzz pays is unknown.</p>}
      {missing === undefined ? (
        <p className="text-muted text-sm">
          {policySentence(workflow)} {exposureSentence(workflow)}
        </p>
      ) : (
        <Alert tone="danger" title={sayMissing(missing)}>
          {shortfallAdvice(workflow, balances)}
        </Alert>
      )}
      {droppedFields.length > 0 ? (
        <Alert tone="warning" title="The server ignores some fields">
          {droppedFields.join(", ")}
        </Alert>
      ) : null}
      {workflow.cost ? <CostDetails cost={workflow.cost} /> : null}
    </div>
  );
});

/** What the last change did to the price. */
function Difference({ before, after }: { before: Cost; after: Cost }) {
  const difference = priceDifference(before, after);
  if (!difference) return null;
  const { amount, causes } = difference;
  return (
    <p className="text-muted text-xs">
      {amount > 0 ? "+" : "−"}
      {buzzNumber(Math.abs(amount))} since the last price{causes.length > 0 ? `: ${causes.join(", ")}` : ""}
    </p>
  );
}
