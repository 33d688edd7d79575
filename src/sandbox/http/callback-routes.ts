import { listCallbacks, retryCallback } from "#contract/callback-operations.ts";
import { type LogView, listDeliveries, retryDelivery } from "../workflows/deliveries.ts";
import type { BlobUrls } from "../workflows/view.ts";
import { refuseStrangers } from "./control-routes.ts";
import { implement, type Route } from "./implement.ts";
import { refuse } from "./problems.ts";

function viewOf({ hideMatureContent }: { hideMatureContent: boolean }, blobUrl: BlobUrls): LogView {
  return { hideMatureContent, blobUrl };
}

const list = implement(
  listCallbacks,
  refuseStrangers,
)(({ services, account, query, links, url }) => {
  const outcome = listDeliveries(services, account, query, viewOf(query, links.urls(url.origin)));
  return outcome.ok ? { status: 200, body: outcome.value } : refuse(outcome);
});

const retry = implement(
  retryCallback,
  refuseStrangers,
)(({ services, account, params, query, links, url }) => {
  const outcome = retryDelivery(services, account, params.deliveryId, viewOf(query, links.urls(url.origin)));
  return outcome.ok ? { status: 200, body: outcome.value } : refuse(outcome);
});

export const callbackRoutes: readonly Route[] = [list, retry];
