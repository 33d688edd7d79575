import { maxTags } from "#contract/workflow.ts";
import type { Database, SqlValue } from "./database.ts";
import { createEstimates } from "./estimates.ts";
import { createShortTextSearch } from "./short-text.ts";
import { textPattern } from "./text-pattern.ts";
import type { WorkflowRef } from "./workflow-store.ts";
import { composeWalk, type Lead, type WorkflowFilter } from "./workflow-walk.ts";

/**
 * Finds the workflows of a page. Where one condition holds for few workflows, those few are looked at; else the walk goes
 * along the newest, where every second or tenth one fits and the page is soon full. Nothing sorts a large set, and
 * nothing is read from the beginning for a page that begins in the middle.
 */
export function createWorkflowSearch(database: Database) {
  const tagId = database.statement<{ id: number }>("SELECT id FROM tag WHERE account_id = :accountId AND name = :name");
  const tagCount = countOfTag(database);
  const textCount = countUpTo(database, "SELECT 1 FROM workflow_text WHERE workflow_text MATCH :pattern");
  const seqAbove = database.statement<{ seq: number }>(
    "SELECT seq FROM workflow WHERE account_id = :accountId AND seq > :from ORDER BY seq LIMIT 1 OFFSET :offset",
  );
  const seqBelow = database.statement<{ seq: number }>(
    "SELECT seq FROM workflow WHERE account_id = :accountId AND seq < :from ORDER BY seq DESC LIMIT 1 OFFSET :offset",
  );
  const allCount = countUpTo(database, "SELECT 1 FROM workflow WHERE account_id = :accountId");
  const shortText = createShortTextSearch(database);
  const estimates = createEstimates();
  const statusCount = countUpTo(
    database,
    `SELECT 1 FROM workflow WHERE account_id = :accountId
       AND status IN (SELECT value FROM json_each(:statuses))`,
  );

  return function search(accountId: number, filter: WorkflowFilter): WorkflowRef[] {
    const tagIds = filter.tags.map((name) => tagId.get({ accountId, name })?.id);
    const known = tagIds.filter((id) => id !== undefined);
    // A tag that nobody ever used, or more than there is room for: no workflow can carry them.
    if (known.length < tagIds.length || new Set(known).size > maxTags) return [];
    const { lead, isFew } = chooseLead(accountId, filter, known);
    const walk = (along: Lead, upTo?: number) => {
      const query = composeWalk(accountId, { ...filter, upTo }, along, known);
      return database.statement<WorkflowRef>(query.sql).all(query.params);
    };
    if (isFew || !isShortText(filter.text)) return walk(lead);
    // Most of what two letters can be is on every page. Where the next so many workflows don't fill one, it is rare, and
    // looked up.
    const upTo = seqAfter(accountId, filter, fewDocuments);
    const near = walk(lead, upTo);
    if (upTo === undefined || near.length === filter.take) return near;
    const places = shortText(filter.text.toLowerCase(), fewDocuments);
    return walk(places ? { kind: "places", places } : lead);
  };

  /** The seq so many workflows further on, if there are as many. */
  function seqAfter(accountId: number, { ascending, after }: WorkflowFilter, offset: number): number | undefined {
    const from = after ?? (ascending ? 0 : Number.MAX_SAFE_INTEGER);
    return (ascending ? seqAbove : seqBelow).get({ accountId, from, offset })?.seq;
  }

  /** The condition that holds for the fewest, as far as it is worth counting, and whether they are few. */
  function chooseLead(accountId: number, filter: WorkflowFilter, tagIds: readonly number[]): Choice {
    const pattern = textPattern(filter.text);
    const limit = filter.text ? fewDocuments : few;
    const countOf = (key: string, count: (upTo: number) => number) =>
      estimates.count(`${accountId} ${key}`, limit, count);
    const tags = tagIds
      .map((id) => ({ kind: "tag" as const, id, count: countOf(`tag ${id}`, (upTo) => tagCount(id, upTo)) }))
      .sort((one, other) => one.count - other.count);
    const statuses = JSON.stringify(filter.statuses);
    const leads: (Lead & { count: number })[] = [
      ...tags,
      ...(pattern ? [{ kind: "text" as const, pattern, count: textCount({ pattern }, few) }] : []),
      ...(filter.statuses.length > 0
        ? [{ kind: "status" as const, count: countOf(statuses, (upTo) => statusCount({ accountId, statuses }, upTo)) }]
        : []),
      ...(filter.text
        ? [{ kind: "newest" as const, count: countOf("all", (upTo) => allCount({ accountId }, upTo)) }]
        : []),
    ];
    const isFew = ({ kind, count }: Lead & { count: number }) => count < (kind === "text" ? few : limit);
    const [fewest] = leads.filter(isFew).sort((one, other) => one.count - other.count);
    if (fewest) return { lead: fewest, isFew: true };
    if (pattern) return { lead: { kind: "text", pattern }, isFew: false };
    return { lead: tags[0] ?? { kind: "newest" }, isFew: false };
  }
}

type Choice = { lead: Lead; isFew: boolean };

/** Whether there is a text that the index of texts can't be asked for. */
function isShortText(text: string | undefined): text is string {
  return !!text && textPattern(text) === undefined && !text.includes("\0");
}

/** Up to so many rows are looked at one by one without a thought. */
const few = 2000;
/** Where text is looked for, so many rows cost no more than a walk along a text that is everywhere. */
const fewDocuments = 20_000;

function countUpTo(database: Database, rows: string) {
  const statement = database.statement<{ count: number }>(`SELECT COUNT(*) AS count FROM (${rows} LIMIT :limit)`);
  return (params: Record<string, SqlValue>, limit: number) => statement.get({ ...params, limit })?.count ?? 0;
}

/**
 * How many workflows carry a tag; where they are as many as the limit, how many there would be if all lay as close
 * together as the newest. A walk along the newest wants to know just that: how soon it comes by the next one.
 */
function countOfTag(database: Database) {
  const newest = database.statement<{ count: number; first: number; last: number }>(
    `SELECT COUNT(*) AS count, MIN(seq) AS first, MAX(seq) AS last
     FROM (SELECT seq FROM workflow_tag WHERE tag_id = :tagId ORDER BY seq DESC LIMIT :limit)`,
  );
  return (tagId: number, limit: number) => {
    const rows = newest.get({ tagId, limit });
    if (!rows || rows.count < limit) return rows?.count ?? 0;
    return Math.max(limit, Math.round((limit * rows.last) / (rows.last - rows.first + 1)));
  };
}
