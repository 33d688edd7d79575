import type { Medium } from "#contract/blob.ts";
import { netByCurrency } from "#contract/cost.ts";
import { type Amounts, currencies } from "#contract/currency.ts";
import { isReleasableBlob, type Rating } from "#contract/mature.ts";
import { isTerminal, type Status, statuses } from "#contract/status.ts";
import { type Workflow, type WorkflowBlob, workflowBlobs } from "#contract/workflow.ts";
import type { ListShape } from "./list-shape.ts";

/** An output as a row shows it: as much of a blob as a frame of 32 px needs. */
export type Thumbnail = {
  /** The step and the place in its output: "hero, images[0]". */
  label: string;
  medium: Medium | undefined;
  available: boolean;
  url: string | null;
  /** Milliseconds since 1970; `undefined` when the server sets no end. */
  urlEndsMs: number | undefined;
  rating: Rating | undefined;
  blockedReason: string | undefined;
};

/** A step as a row shows it. */
export type ChainStep = { $type: string; name: string; status: Status };

/**
 * A workflow as the list keeps it: what a row says, and nothing else. 100 000 whole workflows are some 500 MB in a
 * browser; 100 000 of these are a tenth of that. What many rows have in common is there once.
 */
export type ListRow = {
  id: string;
  /** From the metadata; `undefined` when it has none. */
  name: string | undefined;
  status: Status;
  createdAt: string;
  /** Milliseconds since 1970. */
  startedMs: number | undefined;
  completedMs: number | undefined;
  /** 0 to 1 over all steps, while any is processed. */
  progress: number | undefined;
  chain: readonly ChainStep[];
  tags: readonly string[];
  /** The first four outputs. */
  thumbnails: readonly Thumbnail[];
  /** Outputs that a release would free. */
  withheld: number;
  allowMatureContent: boolean | undefined;
  /** After refunds, in Buzz; `undefined` when the server told nothing. */
  paid: Amounts | undefined;
};

const thumbnailsAtMost = 4;
/** A link that still works for so long is not replaced by a newer one: the picture would be loaded again. */
const linkKeptMs = 120_000;

/** The list's way to keep a workflow. */
export const listRows: ListShape<ListRow> = { name: "rows", of: toListRow, keep: keepLinks };

/** What a row says of a workflow. */
export function toListRow(workflow: Workflow): ListRow {
  const { id, metadata, status, createdAt, startedAt, completedAt, steps, tags, transactions } = workflow;
  const name = metadata?.name;
  const blobs = workflowBlobs(workflow);
  return {
    id: id ?? "",
    name: typeof name === "string" && name.trim() !== "" ? name : undefined,
    status: statuses.find((one) => one === status) ?? status,
    createdAt,
    startedMs: toMs(startedAt),
    completedMs: toMs(completedAt),
    progress: progressOf(workflow),
    chain: once(steps.map((step) => ({ $type: step.$type, name: step.name, status: step.status }))),
    tags: once(tags ?? []),
    thumbnails: blobs.length === 0 ? none : blobs.slice(0, thumbnailsAtMost).map(toThumbnail),
    withheld: blobs.filter(({ blob }) => isReleasableBlob(blob, workflow.allowMatureContent)).length,
    allowMatureContent: workflow.allowMatureContent ?? undefined,
    paid: once(netByCurrency(transactions)),
  };
}

/** What was paid for some rows, in Buzz; `undefined` when it is unknown for one of them. */
export function paidFor(rows: readonly Pick<ListRow, "paid">[]): number | undefined {
  let sum = 0;
  for (const { paid } of rows) {
    if (!paid) return undefined;
    for (const currency of currencies) sum += paid[currency];
  }
  return sum;
}

function progressOf({ status, steps }: Workflow): number | undefined {
  if (status !== "processing" || steps.length === 0) return undefined;
  const done = steps.map((step) => (isTerminal(step.status) ? 1 : (step.estimatedProgressRate ?? 0)));
  return done.reduce((sum, rate) => sum + rate, 0) / steps.length;
}

function toThumbnail({ stepName, path, medium, blob }: WorkflowBlob): Thumbnail {
  const endsAt = blob.previewUrl ? blob.previewUrlExpiresAt : blob.urlExpiresAt;
  return {
    label: onceText(`${stepName}, ${path || "output"}`),
    medium,
    available: blob.available,
    url: blob.previewUrl ?? blob.url ?? null,
    urlEndsMs: toMs(endsAt),
    rating: blob.nsfwLevel ?? undefined,
    blockedReason: blob.blockedReason ? onceText(blob.blockedReason) : undefined,
  };
}

/** The newer row with the older one's links where they still work: servers sign them anew at every read. */
function keepLinks(older: ListRow, newer: ListRow, nowMs = Date.now()): ListRow {
  const thumbnails = newer.thumbnails.map((thumbnail, index) => {
    const known = older.thumbnails[index];
    const isSame = known?.url && thumbnail.url && pathOf(known.url) === pathOf(thumbnail.url);
    const works = known?.urlEndsMs === undefined || known.urlEndsMs > nowMs + linkKeptMs;
    return isSame && works ? { ...thumbnail, url: known.url, urlEndsMs: known.urlEndsMs } : thumbnail;
  });
  return { ...newer, thumbnails };
}

function pathOf(url: string): string {
  return url.replace(/\?.*/, "");
}

function toMs(instant: string | null | undefined): number | undefined {
  const ms = Date.parse(instant ?? "");
  return Number.isNaN(ms) ? undefined : ms;
}

const none: readonly never[] = [];
const known = new Map<string, unknown>();
/** More different values than that are of an account that has little in common. */
const knownAtMost = 5_000;

/** The value that equals this one and was seen before, so that a hundred thousand rows share it. */
function once<Value>(value: Value): Value {
  if (value === undefined) return value;
  const key = JSON.stringify(value);
  const before = known.get(key);
  // Proven by the key: values with the same JSON have the same shape.
  if (before !== undefined) return before as Value;
  if (known.size >= knownAtMost) known.clear();
  known.set(key, value);
  return value;
}

function onceText(text: string): string {
  return once(text);
}
