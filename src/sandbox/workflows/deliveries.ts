import type { Delivery } from "#contract/callback-operations.ts";
import { mapTexts } from "#contract/map-texts.ts";
import { fillLinks } from "../callbacks/fill-links.ts";
import { toIso } from "../clock.ts";
import { done, invalid, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import type { StoredDelivery } from "../store/callback-store.ts";
import type { Store } from "../store/store.ts";
import type { View } from "./view.ts";

/** Which part of the log is wished for; all of the account's without a workflow. */
export type LogWish = { workflowId?: string; take?: number; cursor?: string };

/** How the log is looked at: mature files have no link in it for who hides them, whatever was sent. */
type LogView = Pick<View, "hideMatureContent" | "blobUrl">;

export type DeliveryPage = { items: Delivery[]; next?: string };

/** Longer texts of a payload, such as files in data URLs, are cut in the log. */
const maxTextLength = 2_000;

/** A page of the account's log of callbacks, newest first. The last page has no `next`. */
export function listDeliveries(
  { store }: Services,
  account: Account,
  { workflowId, take = 50, cursor }: LogWish,
  view: LogView,
): Outcome<DeliveryPage> {
  const before = cursor === undefined || cursor === "" ? undefined : seqOf(cursor);
  if (cursor && before === undefined) {
    return invalid("cursor", "This is no cursor; take the `next` of the page before.");
  }
  // One more than is shown tells whether there is a next page.
  const found = store.callbacks.ofAccount(account.id, { workflowId, before, take: take + 1 });
  const shown = found.slice(0, take);
  const last = shown.at(-1);
  return done({
    items: shown.map((delivery) => present(store, delivery, view)),
    ...(found.length > take && last ? { next: idOf(last) } : {}),
  });
}

/**
 * Deliver an event once more, with as many tries as a new one: at once, or when the earlier ones of its workflow are
 * through.
 */
export function retryDelivery(
  services: Services,
  account: Account,
  deliveryId: string,
  view: LogView,
): Outcome<Delivery> {
  const { store, clock } = services;
  return store.transaction(() => {
    const seq = seqOf(deliveryId);
    const delivery = seq === undefined ? undefined : store.callbacks.find(seq);
    if (seq === undefined || delivery?.accountId !== account.id) {
      return { ok: false, reason: "not-found", detail: `This account's log has no delivery "${deliveryId}".` };
    }
    const now = clock.now();
    store.callbacks.save({ ...delivery, state: "pending", failures: 0, dueAt: now }, now);
    store.afterCommit(services.wake);
    return done(present(store, store.callbacks.find(seq) ?? delivery, view));
  });
}

function present(store: Store, delivery: StoredDelivery, view: LogView): Delivery {
  const { workflowId, event, url, state, createdAt, dueAt, tries } = delivery;
  return {
    id: idOf(delivery),
    ...{ workflowId, event, url, state },
    // A payload is an object, and stays one.
    payload: mapTexts(fillLinks(store, delivery, view), cut) as Record<string, unknown>,
    createdAt: toIso(createdAt),
    nextTryAt: dueAt === undefined ? null : toIso(dueAt),
    tries: tries.map((one) => ({ ...one, at: toIso(one.at) })),
  };
}

function cut(text: string): string {
  return text.length > maxTextLength ? `${text.slice(0, maxTextLength)}…` : text;
}

function idOf({ seq }: StoredDelivery): string {
  return `cb_${seq}`;
}

function seqOf(id: string): number | undefined {
  const digits = /^cb_(\d{1,15})$/.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
