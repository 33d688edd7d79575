import { listCallbacks, retryCallback } from "#contract/callback-operations.ts";
import { listDeliveries, retryDelivery } from "../workflows/deliveries.ts";
import { refuseStrangers } from "./control-routes.ts";
import { implement, type Route } from "./implement.ts";
import { refuse } from "./problems.ts";
import { viewOf } from "./view-of.ts";

const list = implement(
  listCallbacks,
  refuseStrangers,
)((call) => {
  const outcome = listDeliveries(call.services, call.account, call.query, viewOf(call, call.query));
  return outcome.ok ? { status: 200, body: outcome.value } : refuse(outcome);
});

const retry = implement(
  retryCallback,
  refuseStrangers,
)((call) => {
  const { services, account, params, query } = call;
  const outcome = retryDelivery(services, account, params.deliveryId, viewOf(call, query));
  return outcome.ok ? { status: 200, body: outcome.value } : refuse(outcome);
});

export const callbackRoutes: readonly Route[] = [list, retry];
