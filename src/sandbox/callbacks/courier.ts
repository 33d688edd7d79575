import { setMaxListeners } from "node:events";
import { createBlobLinks } from "../blobs/blob-links.ts";
import type { Started } from "../engine/tick.ts";
import type { Services } from "../services.ts";
import type { StoredDelivery } from "../store/callback-store.ts";
import { fillLinks } from "./fill-links.ts";
import { maxTries, retryWaitMs } from "./retry-plan.ts";
import { type Sent, sendCallback } from "./send-callback.ts";

/** Delivers what the outbox holds. Each event at least once, and in order: the outbox lets one of a queue be due. */
export type Courier = {
  /** Send what is due and not on its way. Returns at once; the sending goes on by itself. */
  startDue(): Started;
  /** Break off what is on its way. It stays due, and is sent again by whoever opens the file next. */
  stop(): Promise<void>;
};

/** How many deliveries are on their way at once. */
const maxOnTheWay = 64;
/** How long a receiver may take to answer. */
const answerWithinMs = 10_000;
/** How many tries the log of one delivery keeps, the latest. */
const keptTries = 50;

export function createCourier(services: Services): Courier {
  const { store, clock, options, heldAccounts } = services;
  const links = createBlobLinks(store.meta, clock, services.dialect, options.urlTtlSeconds);
  const onTheWay = new Map<number, Promise<void>>();
  const stopping = new AbortController();
  // Everything on its way listens to it.
  setMaxListeners(0, stopping.signal);
  const send = options.callbacks?.send ?? ((url, init) => fetch(url, init));
  const timeoutMs = options.callbacks?.answerWithinMs ?? answerWithinMs;

  async function carry(delivery: StoredDelivery): Promise<void> {
    const at = clock.now();
    const sent = await post(delivery);
    // Nobody knows whether a delivery that was broken off has arrived: it is sent again.
    if (stopping.signal.aborted && sent.outcome !== "delivered") return;
    store.transaction(() => settle(delivery.seq, sent, at));
  }

  async function post(delivery: StoredDelivery): Promise<Sent> {
    const { origin, url } = delivery;
    try {
      const blobUrl = origin === undefined ? undefined : links.urls(origin);
      const body = JSON.stringify(fillLinks(store, delivery, { blobUrl, hideMatureContent: false }));
      return await sendCallback(send, url, body, { timeoutMs, stopping: stopping.signal });
    } catch (error) {
      // A defect in the making of one event holds up its queue, and neither the others nor the sandbox.
      return { outcome: "failed", error: `It could not be made: ${error instanceof Error ? error.message : error}` };
    }
  }

  /** Write down what came of a try. In the meantime the delivery may have been removed, or told to be tried anew. */
  function settle(seq: number, { outcome, ...answer }: Sent, at: number): void {
    const delivery = store.callbacks.find(seq);
    if (!delivery) return;
    const now = clock.now();
    const tries = [...delivery.tries, { at, ms: now - at, ...answer }].slice(-keptTries);
    if (outcome === "delivered") {
      store.callbacks.save({ ...delivery, tries, state: "delivered" }, now);
      return;
    }
    const failures = delivery.failures + 1;
    const isOver = outcome === "refused" || failures >= maxTries;
    const state = isOver ? "given-up" : "pending";
    store.callbacks.save({ ...delivery, tries, failures, state, dueAt: now + retryWaitMs(seq, failures) }, now);
  }

  return {
    startDue() {
      const handlers: Promise<void>[] = [];
      if (stopping.signal.aborted) return { moved: 0, handlers };
      const waiting = store.callbacks
        .due(clock.now(), maxOnTheWay + onTheWay.size)
        .filter(({ seq, accountId }) => !onTheWay.has(seq) && !heldAccounts.has(accountId));
      for (const delivery of waiting) {
        if (onTheWay.size >= maxOnTheWay) break;
        const sending = carry(delivery).finally(() => {
          onTheWay.delete(delivery.seq);
          services.wake();
        });
        onTheWay.set(delivery.seq, sending);
        handlers.push(sending);
      }
      return { moved: handlers.length, handlers };
    },
    async stop() {
      stopping.abort();
      await Promise.all(onTheWay.values());
    },
  };
}
