import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useApi } from "#dashboard/api/api.ts";
import { type ApiProblem, toApiProblem } from "#dashboard/api/api-problem.ts";
import { type Quote, quotedTemplate, quoteQuery, type TemplateInput } from "#dashboard/api/quote-query.ts";
import { useDebounced } from "./use-debounced.ts";

/** How long typing has to rest before a price is asked for. Source: product, "New workflow". */
const restMs = 500;

/**
 * The price of what is on the workbench. `isStale` while it belongs to an earlier state; then it may be read and must
 * not be paid. `problem` is why the present state has no price.
 */
export type QuoteState = {
  quote: Quote | undefined;
  /** The price before this one. */
  earlier?: Quote | undefined;
  isStale: boolean;
  isAsking: boolean;
  problem: ApiProblem | undefined;
};

/** Ask for the price of a template a moment after its last change. */
export function useQuote(template: TemplateInput | undefined): QuoteState & { askAgain: () => void } {
  // The text decides whether anything changed: the object is made anew with each keystroke.
  const text = template ? JSON.stringify(quotedTemplate(template)) : "";
  const restedText = useDebounced(text, restMs);
  const asked = useMemo<TemplateInput | undefined>(
    () => (restedText === "" ? undefined : JSON.parse(restedText)),
    [restedText],
  );
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery(quoteQuery(useApi(), asked));
  const [seen, see] = useState<{ latest?: Quote; earlier?: Quote | undefined }>({});
  if (data && !isPlaceholderData && data !== seen.latest) see({ latest: data, earlier: seen.latest });
  const isBehind = text !== restedText;
  return {
    quote: template ? data : undefined,
    earlier: template ? seen.earlier : undefined,
    isStale: isBehind || isPlaceholderData || error !== null,
    isAsking: isBehind || isFetching,
    problem: error && !isBehind ? toApiProblem(error) : undefined,
    askAgain: () => void refetch(),
  };
}
