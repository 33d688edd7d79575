import { useQuery } from "@tanstack/react-query";
import { netByCurrency, refundedByCurrency, totalOf } from "#contract/cost.ts";
import type { Amounts } from "#contract/currency.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { capabilitiesQuery } from "#dashboard/api/server-document.ts";
import { previewUpdate } from "#dashboard/api/workflow-mutations.ts";
import { amountsInWords } from "#dashboard/display/say-amounts.ts";
import { buzzNumber } from "#dashboard/display/words.ts";

/** What canceling gives back, as the server says; `unknown` where it can't be asked. */
export type CancelPlan = { state: "asking" } | { state: "unknown" } | { state: "known"; refund: Amounts };

/** Asks what would come back if the workflow were canceled now, while that is being considered. */
export function useCancelPlan(id: string, workflow: Workflow, isConsidered: boolean): CancelPlan {
  const api = useApi();
  const { data: capabilities } = useQuery(capabilitiesQuery(api));
  const canAsk = capabilities?.previewsUpdates === true;
  const preview = useQuery({
    queryKey: ["cancel-preview", id, workflow.steps.map(({ status }) => status)],
    queryFn: ({ signal }) => previewUpdate(api, id, { status: "canceled" }, signal),
    enabled: canAsk && isConsidered,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  if (capabilities === undefined || (canAsk && preview.isLoading)) return { state: "asking" };
  const before = refundedByCurrency(workflow.transactions);
  const after = refundedByCurrency(preview.data?.transactions);
  if (!before || !after) return { state: "unknown" };
  return {
    state: "known",
    refund: {
      blue: after.blue - before.blue,
      green: after.green - before.green,
      yellow: after.yellow - before.yellow,
    },
  };
}

/** "18 blue and 2 green come back; 10 Buzz for what is delivered stay paid." */
export function sayCancelPlan(plan: CancelPlan, workflow: Workflow): string {
  const net = netByCurrency(workflow.transactions);
  const paid = net ? `Paid so far: ${buzzNumber(totalOf(net))} Buzz.` : "What was paid is unknown.";
  if (plan.state === "asking") return "Asking what would come back…";
  if (plan.state === "unknown") return `What is not delivered yet comes back; how much that is, is unknown. ${paid}`;
  const back = amountsInWords(plan.refund);
  const total = totalOf(plan.refund);
  if (back.length === 0) return `Nothing comes back: all that was paid for is delivered, or nothing was paid. ${paid}`;
  const stays = net ? totalOf(net) - total : 0;
  const kept = stays > 0 ? ` ${buzzNumber(stays)} Buzz for what is delivered stay paid.` : "";
  return `${back.join(" and ")} ${total === 1 ? "comes" : "come"} back.${kept}`;
}
