import { listCallbacks, retryCallback } from "#contract/callback-operations.ts";
import { listDeliveries, retryDelivery } from "../workflows/deliveries.ts";
import { refuseStrangers } from "./control-routes.ts";
import { implement, type Route } from "./implement.ts";
import { refuse } from "./problems.ts";

const list = implement(
  listCallbacks,
  refuseStrangers,
)(({ services, account, query, links, url }) => {
  const outcome = listDeliveries(services, account, query, links.urls(url.origin));
  return outcome.ok ? { status: 200, body: outcome.value } : refuse(outcome);
});

const retry = implement(
  retryCallback,
  refuseStrangers,
)(({ services, account, params, links, url }) => {
  const outcome = retryDelivery(services, account, params.deliveryId, links.urls(url.origin));
  return outcome.ok ? { status: 200, body: outcome.value } : refuse(outcome);
});

export const callbackRoutes: readonly Route[] = [list, retry];
