import { openingBalances } from "#contract/account-operation.ts";
import { currencies } from "#contract/currency.ts";
import { workflowTemplateSchema } from "#contract/workflow.ts";
import { type ManualClock, manualClock } from "../clock.ts";
import { guideDialect } from "../dialect/guide.ts";
import { tick } from "../engine/tick.ts";
import { recordMovements } from "../ledger/ledger.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import { submitWorkflow } from "../workflows/submit.ts";
import { updateWorkflow } from "../workflows/update.ts";
import type { View } from "../workflows/view.ts";
import { stories } from "./stories.ts";
import type { Story } from "./story.ts";

/**
 * Fill a new account with a month of work: submitted, run, canceled and released by the engine itself, with a clock that
 * is set back. The account's own work stands still meanwhile. Does nothing for an account that has workflows.
 */
export async function seedDemo(services: Services, account: Account): Promise<void> {
  if (services.store.workflows.count(account.id) > 0) return;
  const now = services.clock.now();
  const clock = manualClock(now);
  const past: Services = {
    ...services,
    clock,
    // The month is the same at every speed.
    pace: { speed: 1, moveAhead: () => {}, aheadMs: () => 0 },
    atWork: new Set(),
    heldAccounts: new Set(),
    onlyAccount: account.id,
    wake: () => {},
  };
  services.heldAccounts.add(account.id);
  try {
    let week = 0;
    for (const story of stories) {
      clock.set(now - Math.round(story.daysAgo * dayMs));
      const currentWeek = Math.floor(story.daysAgo / 7);
      if (currentWeek !== week) topUp(past, account);
      week = currentWeek;
      await tell(past, account, clock, story);
    }
    clock.set(now);
    await idle(past);
    topUp(past, account);
  } finally {
    services.heldAccounts.delete(account.id);
    services.wake();
  }
}

const dayMs = 24 * 60 * 60 * 1000;
/** Longer than any workflow of the demo takes. */
const restSeconds = 15 * 60;

/** Live one story through, from the submit to what was done afterwards. */
async function tell(past: Services, account: Account, clock: ManualClock, { body, afterwards }: Story): Promise<void> {
  const id = await submit(past, account, body);
  if (afterwards?.kind === "leave") return;
  clock.advance(afterwards?.kind === "cancel" ? afterwards.seconds : restSeconds);
  await idle(past);
  if (!afterwards) return;
  if (afterwards.kind === "release") clock.advance(afterwards.minutes * 60);
  const update = afterwards.kind === "cancel" ? { status: "canceled" as const } : { allowMatureContent: true as const };
  const updated = await updateWorkflow(past, account, id, update, { ...unseen, whatif: false });
  if (!updated.ok) throw new Error(`A story of the demo goes wrong at its ${afterwards.kind}: ${updated.reason}.`);
  clock.advance(restSeconds);
  await idle(past);
}

async function submit(past: Services, account: Account, body: Story["body"]): Promise<string> {
  const template = workflowTemplateSchema.parse(body);
  const view = { ...unseen, waitSeconds: 0 };
  let outcome = await submitWorkflow(past, account, template, view);
  if (!outcome.ok && outcome.reason === "insufficient-buzz") {
    topUp(past, account);
    outcome = await submitWorkflow(past, account, template, view);
  }
  if (!outcome.ok) throw new Error(`A story of the demo is refused: ${JSON.stringify(outcome)}`);
  return outcome.value.workflow.id ?? "";
}

/** Bring the balances back to what an account opens with, as an operator does who buys Buzz every week. */
function topUp({ store, clock }: Services, account: Account): void {
  const at = clock.now();
  store.transaction(() => {
    const balances = store.accounts.balances(account.id);
    const cause = { accountId: account.id, reason: "top-up", key: `top-up:${account.id}:${at}`, at };
    const missing = currencies.map((currency) => ({
      currency,
      type: "credit" as const,
      amount: Math.max(0, openingBalances[currency] - balances[currency]),
    }));
    recordMovements(store, cause, missing);
  });
}

async function idle(past: Services): Promise<void> {
  while ((await tick(past)) > 0);
}

/** Nobody looks at the answers while the past is made. */
const nowhere = { url: "", expiresAt: "" };
const unseen: View = {
  hideMatureContent: true,
  dialect: guideDialect,
  blobUrl: { original: () => nowhere, preview: () => nowhere },
};
