import type { Currency } from "#contract/currency.ts";
import { type WorkflowTemplate, workflowTemplateSchema } from "#contract/workflow.ts";
import { type ManualClock, manualClock } from "../clock.ts";
import { createServices } from "../create-services.ts";
import { guideDialect } from "../dialect/guide.ts";
import { tick } from "../engine/tick.ts";
import { openAccount } from "../ledger/open-account.ts";
import { internalBlobId, type MediaAccess } from "../media-access.ts";
import { defaultRateLimit } from "../options.ts";
import type { Services } from "../services.ts";
import type { Account, Permissions } from "../store/account-store.ts";
import type { Store } from "../store/store.ts";
import { submitWorkflow } from "./submit.ts";
import type { View, WorkflowAnswer } from "./view.ts";

/** Use cases over a store in memory and a clock that a test moves. */
export type TestSandbox = {
  services: Services;
  clock: ManualClock;
  account: Account;
  /** Run whatever is due by the clock. */
  idle(): Promise<void>;
  /** Let so much time pass and run what comes due. */
  pass(seconds: number): Promise<void>;
  /** Submit a body and expect it to be taken. */
  submit(body: unknown): Promise<WorkflowAnswer>;
  balances(): Record<Currency, number>;
};

/** How answers are seen where a test does not care. */
export const openView: View = {
  hideMatureContent: false,
  dialect: guideDialect,
  blobUrl: {
    original: (id) => ({ url: `https://host.test/blobs/${id}`, expiresAt: "2026-01-01T00:15:00.000Z" }),
    preview: (id) => ({ url: `https://host.test/blobs/${id}/preview`, expiresAt: "2026-01-01T00:15:00.000Z" }),
  },
};

export function sandboxForTests(
  wish: { balances?: Partial<Record<Currency, number>>; permissions?: Partial<Permissions> } = {},
): TestSandbox {
  const clock = manualClock("2026-01-01T00:00:00.000Z");
  const services = createServices(
    { database: ":memory:", clock, speed: 1, running: false, rateLimit: defaultRateLimit },
    mediaForTests,
  );
  const account = openAccount(services.store, "hash of a token", {
    balances: { blue: 500, green: 1000, yellow: 2000, ...wish.balances },
    permissions: { write: true, mature: true, ...wish.permissions },
    at: clock.now(),
  });
  if (!account) throw new Error("The account was there already.");
  const idle = async () => {
    while ((await tick(services)) > 0);
  };
  return {
    services,
    clock,
    account,
    idle,
    pass(seconds) {
      clock.advance(seconds);
      return idle();
    },
    async submit(body) {
      const outcome = await submitWorkflow(services, account, aTemplate(body), { ...openView, waitSeconds: 0 });
      if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
      return outcome.value.workflow;
    },
    balances: () => services.store.accounts.balances(account.id),
  };
}

/** A body as it reaches the use cases: through its schema. */
export function aTemplate(body: unknown): WorkflowTemplate {
  return workflowTemplateSchema.parse(body);
}

/** Knows the ratings of the sandbox's own files; reads nothing. */
export function mediaForTests(store: Store): MediaAccess {
  return {
    readMedia: async () => ({ ok: false, reason: "These tests read no media." }),
    mediaFacts: async () => undefined,
    ratingOf: async (_, source) => store.blobs.find(internalBlobId(source) ?? "")?.rating ?? "pg",
    wordsOf: async () => undefined,
    idOf: internalBlobId,
  };
}
