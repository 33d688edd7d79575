import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Status } from "#contract/status.ts";
import { newBlobId, newWorkflowId } from "#sandbox/engine/ids.ts";
import { hashToken } from "#sandbox/http/authenticate.ts";
import { openAccount } from "#sandbox/ledger/open-account.ts";
import { randomFrom } from "#sandbox/random.ts";
import { openStore, type Store } from "#sandbox/store/store.ts";
import type { WorkflowTerms } from "#sandbox/store/workflow-store.ts";
import { skewed, writeText } from "./words.ts";

export const millionToken = "sandbox_million";
/** On so many workflows, whatever their number. */
export const rareTag = { name: "keep:archive", count: 40 };
/** In the metadata of so many workflows. */
export const rareText = { text: "Quetzal 77", count: 25 };

const batchSize = 5000;
const dayMs = 86_400_000;
const terms: WorkflowTerms = {
  arguments: {},
  callbacks: [],
  tips: { civitai: 0, creators: 0 },
  currencies: [],
  upgradeMode: "manual",
};

/**
 * A database file of so many workflows of one account, about 2 kB each with 5 tags, as a year of work leaves them: made
 * through the store, and kept for the next time under the same name.
 */
export function fillMillion(path: string, count: number): { madeInSeconds: number } {
  if (existsSync(path)) return { madeInSeconds: 0 };
  const startedAt = performance.now();
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  for (const part of [draft, `${draft}-wal`, `${draft}-shm`]) rmSync(part, { force: true });
  const store = openStore(draft);
  const endsAt = Date.now();
  const opening = { blue: 1_500_000_000, green: 1_500_000_000, yellow: 1_500_000_000 };
  const permissions = { write: true, mature: true };
  const account = openAccount(store, hashToken(millionToken), { balances: opening, permissions, at: endsAt });
  if (!account) throw new Error("The account is there already.");
  const random = randomFrom(20);
  for (let from = 0; from < count; from += batchSize) {
    store.transaction(() => {
      for (let index = from; index < Math.min(count, from + batchSize); index += 1) {
        const createdAt = Math.floor(endsAt - 365 * dayMs * (1 - index / count));
        insertOne(store, random, { accountId: account.id, index, count, createdAt });
      }
    });
  }
  store.close();
  renameSync(draft, path);
  return { madeInSeconds: Math.round((performance.now() - startedAt) / 1000) };
}

type Place = { accountId: number; index: number; count: number; createdAt: number };

/** An echo, or every fourth time a picture with its file. */
function insertOne(store: Store, random: () => number, place: Place): void {
  const { accountId, index, createdAt } = place;
  const id = newWorkflowId(createdAt);
  const isPicture = index % 4 === 0;
  const status = statusOf(random, place);
  const isOver = status !== "processing";
  const price = { base: isPicture ? 10 : 1, factors: {} };
  const prompt = writeText(random, 900);
  const workflow = store.workflows.insert({
    ...{ id, accountId, status, createdAt, terms, allowMatureContent: false },
    metadata: metadataOf(random, place),
    tags: tagsOf(random, place),
  });
  const completedAt = isOver ? createdAt + 4000 : undefined;
  store.workflows.saveStatus({ ...workflow, startedAt: createdAt + 200, completedAt });
  const blob = isPicture && status === "succeeded" ? newBlobId("image/jpeg") : undefined;
  const step = {
    ...{ workflowSeq: workflow.seq, position: 0, name: "$0", price, itemCount: 1, edits: 0, attempt: 1 },
    type: isPicture ? "imageGen" : "echo",
    terms: { priority: "normal" as const, retries: 0 },
    metadata: {},
    input: isPicture ? { engine: "flux", prompt, width: 512, height: 512, quantity: 1 } : { message: prompt },
    ...{ status, phaseAt: createdAt + 200, startedAt: createdAt + 200, completedAt },
    ...(isOver ? {} : { dueAt: createdAt + 10 * 365 * dayMs, workMs: 10 * 365 * dayMs }),
    deliveredShare: status === "succeeded" || !isOver ? 1 : 0,
    undelivered: [],
    output: blob ? { images: [{ type: "image", id: blob }] } : status === "succeeded" ? { message: prompt } : undefined,
    reason: status === "failed" ? "The input asks for a failure ([fail])." : undefined,
  };
  store.steps.insert(step);
  store.steps.saveProgress(step);
  if (blob) {
    store.blobs.insert({
      ...{ id: blob, accountId, workflowSeq: workflow.seq, stepName: "$0", jobId: `${id}-0-0`, medium: "image" },
      ...{ mediaType: "image/jpeg", width: 512, height: 512, rating: "pg", state: "available", createdAt },
      recipe: { maker: "picture", prompt, width: 512, height: 512, seed: index, format: "jpeg" },
    });
  }
  pay(store, id, place, price.base, step.deliveredShare);
}

/** Charged, and given back where nothing was delivered. */
function pay(store: Store, workflowId: string, place: Place, amount: number, share: number): void {
  const { accountId, createdAt } = place;
  const currency = place.index % 3 === 0 ? "yellow" : "blue";
  const entry = { accountId, workflowId, currency, amount, createdAt } as const;
  store.ledger.insert({ ...entry, type: "debit", reason: "workflow", reasonKey: `charge:${workflowId}:debit` });
  if (share === 1) store.accounts.addToBalance(accountId, currency, -amount);
  else store.ledger.insert({ ...entry, type: "credit", reason: "refund", reasonKey: `refund:${workflowId}:0` });
}

/** Nearly all of it is over; some hundreds are still at it, and stay so for the length of a benchmark. */
function statusOf(random: () => number, { index, count }: Place): Status {
  if (index > count - 300 && index % 2 === 0) return "processing";
  const share = random();
  if (share < 0.88) return "succeeded";
  return share < 0.94 ? "failed" : share < 0.98 ? "canceled" : "expired";
}

/** Projects, clients and campaigns of which a few have most of the work, a batch of 250 at a time, and a stage. */
function tagsOf(random: () => number, { index, count }: Place): string[] {
  const isRare = index % Math.floor(count / rareTag.count) === 7;
  const stages = ["draft", "review", "final", "approved"];
  return [
    `project:${skewed(random, 400)}`,
    `client:${skewed(random, 60)}`,
    isRare ? rareTag.name : `campaign:${skewed(random, 200)}`,
    `batch:${Math.floor(index / 250)}`,
    `stage:${stages[skewed(random, stages.length)]}`,
  ];
}

function metadataOf(random: () => number, { index, count }: Place): Record<string, unknown> {
  const isRare = index % Math.floor(count / rareText.count) === 11;
  return {
    title: `${isRare ? rareText.text : "Shot"} ${index}`,
    note: writeText(random, 160),
    order: { number: 100_000 + index, lane: skewed(random, 12) },
  };
}
