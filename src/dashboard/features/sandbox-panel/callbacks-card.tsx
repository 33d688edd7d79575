import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { callbacksQuery, retryCallbackMutation } from "#dashboard/api/sandbox-controls.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { DeliveryRow } from "./delivery-row.tsx";
import { PanelCard } from "./panel-card.tsx";

/** What was sent to the callbacks of this account's workflows, and what they answered. */
export function CallbacksCard() {
  const api = useApi();
  const log = useInfiniteQuery(callbacksQuery(api));
  const retry = useMutation(retryCallbackMutation(api, useQueryClient()));
  const deliveries = log.data?.pages.flatMap(({ items }) => items);
  return (
    <PanelCard title="Callbacks">
      {log.error ? (
        <ProblemAlert
          problem={toApiProblem(log.error)}
          what={deliveries ? "This log may be old." : "The log was not read."}
          onRetry={() => void log.refetch()}
        />
      ) : null}
      {retry.error ? <ProblemAlert problem={toApiProblem(retry.error)} what="Nothing was sent again." /> : null}
      {deliveries?.length === 0 ? (
        <p role="status" className="text-muted text-sm">
          Nothing was sent yet. Give a workflow a callback in its settings; an http address of this machine will do.
        </p>
      ) : null}
      {deliveries === undefined && !log.error ? <Skeleton className="h-24 w-full" /> : null}
      {deliveries && deliveries.length > 0 ? (
        <ul aria-label="Deliveries" className="flex flex-col text-sm">
          {deliveries.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              isRetrying={retry.isPending && retry.variables === delivery.id}
              onRetry={() => retry.mutate(delivery.id)}
            />
          ))}
        </ul>
      ) : null}
      {log.hasNextPage ? (
        <Button className="self-start" isBusy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          Older ones
        </Button>
      ) : null}
    </PanelCard>
  );
}
