import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { spendingOrder } from "#contract/currency.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { type ApiProblem, toApiProblem } from "#dashboard/api/api-problem.ts";
import { quoteQuery, type TemplateInput } from "#dashboard/api/quote-query.ts";
import { buzzNumber } from "#dashboard/display/words.ts";

/** What a changed input would cost more or less, in Buzz. Unknown stays unknown. */
export type PriceChange =
  | { state: "asking" }
  | { state: "unknown"; problem: ApiProblem | undefined; askAgain: () => void }
  | { state: "known"; difference: number };

const restMs = 500;

/** The price of the whole workflow with a changed input against its price as it is, both by whatif. */
export function usePriceChange(
  workflow: Workflow,
  stepName: string,
  input: unknown,
  bodyOf: (workflow: Workflow) => Record<string, unknown> | undefined,
): PriceChange {
  const rested = useRested(input === undefined ? undefined : JSON.stringify(input));
  const before = bodyOf(workflow);
  const after = rested === undefined ? undefined : withInput(before, workflow, stepName, JSON.parse(rested));
  const api = useApi();
  // A body of a workflow that the server once took; should it refuse it now, the price is unknown.
  const old = useQuery(quoteQuery(api, after && (before as TemplateInput | undefined)));
  const changed = useQuery(quoteQuery(api, after as TemplateInput | undefined));
  const isBehind = (input === undefined ? undefined : JSON.stringify(input)) !== rested;
  const [from, to] = [old.data?.workflow.cost?.total, changed.data?.workflow.cost?.total];
  if (isBehind || old.isFetching || changed.isFetching) return { state: "asking" };
  const askAgain = () => {
    for (const query of [old, changed]) if (query.isError) void query.refetch();
  };
  if (old.isError || changed.isError) {
    return { state: "unknown", problem: toApiProblem(changed.error ?? old.error), askAgain };
  }
  if (!changed.data) return { state: "asking" };
  if (from === undefined || to === undefined) return { state: "unknown", problem: undefined, askAgain };
  return { state: "known", difference: to - from };
}

/** "The new input costs 10 Buzz more." */
export function sayPriceChange(
  change: PriceChange,
  workflow: Pick<Workflow, "currencies" | "allowMatureContent">,
): string {
  if (change.state === "asking") return "Asking for the price…";
  if (change.state === "unknown") {
    return `What the change costs is unknown. ${change.problem?.message ?? "The server told no price."}`;
  }
  const { difference } = change;
  if (difference === 0) return "The new input costs the same.";
  return difference > 0
    ? `The new input costs ${buzzNumber(difference)} Buzz more, charged from ${sayPayers(workflow)} when it is saved.`
    : `The new input costs ${buzzNumber(-difference)} Buzz less, refunded to what paid when it is saved.`;
}

/** Who may pay a difference, in order. Mature content is paid for in yellow. Source: decisions, "Submitting". */
function sayPayers({ currencies, allowMatureContent }: Pick<Workflow, "currencies" | "allowMatureContent">): string {
  return allowMatureContent === true ? "yellow" : spendingOrder(currencies).join(", then ");
}

function withInput(
  body: Record<string, unknown> | undefined,
  workflow: Workflow,
  stepName: string,
  input: unknown,
): Record<string, unknown> | undefined {
  if (!body || !Array.isArray(body.steps)) return undefined;
  const index = workflow.steps.findIndex(({ name }) => name === stepName);
  return { ...body, steps: body.steps.map((step, at) => (at === index ? { ...step, input } : step)) };
}

function useRested(text: string | undefined): string | undefined {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
