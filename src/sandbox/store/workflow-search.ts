import type { Status } from "#contract/status.ts";
import type { Database, SqlValue } from "./database.ts";
import { createEstimates } from "./estimates.ts";
import { textPattern } from "./text-pattern.ts";
import type { WorkflowRef } from "./workflow-store.ts";

/** What a page of a list is to show. Empty lists do not restrict. Dates in milliseconds since 1970, inclusive. */
export type WorkflowFilter = {
  tags: readonly string[];
  excludeTags: readonly string[];
  statuses: readonly Status[];
  excludeStatuses: readonly Status[];
  fromDate?: number;
  toDate?: number;
  /** Text in metadata; case does not matter. */
  text?: string;
  ascending: boolean;
  take: number;
  /** The seq at which the page before ended. */
  after?: number;
};

/**
 * Finds the workflows of a page. Where one condition holds for few workflows, those few are looked at; else the walk goes
 * along the newest, where every second or tenth one fits and the page is soon full. Nothing sorts a large set, and
 * nothing is read from the beginning for a page that begins in the middle.
 */
export function createWorkflowSearch(database: Database) {
  const tagId = database.statement<{ id: number }>("SELECT id FROM tag WHERE account_id = :accountId AND name = :name");
  const tagCount = countUpTo(database, "SELECT 1 FROM workflow_tag WHERE tag_id = :tagId");
  const textCount = countUpTo(database, "SELECT 1 FROM workflow_text WHERE workflow_text MATCH :pattern");
  const allCount = countUpTo(database, "SELECT 1 FROM workflow WHERE account_id = :accountId");
  const estimates = createEstimates();
  const statusCount = countUpTo(
    database,
    `SELECT 1 FROM workflow WHERE account_id = :accountId
       AND status IN (SELECT value FROM json_each(:statuses))`,
  );

  return function search(accountId: number, filter: WorkflowFilter): WorkflowRef[] {
    const tagIds = filter.tags.map((name) => tagId.get({ accountId, name })?.id);
    const known = tagIds.filter((id) => id !== undefined);
    // A tag that nobody ever used: no workflow can carry it.
    if (known.length < tagIds.length) return [];
    const query = compose(accountId, filter, chooseLead(accountId, filter, known), known);
    return database.statement<WorkflowRef>(query.sql).all(query.params);
  };

  /** The condition that holds for the fewest, as far as it is worth counting. */
  function chooseLead(accountId: number, filter: WorkflowFilter, tagIds: readonly number[]): Lead {
    const pattern = textPattern(filter.text);
    const limit = filter.text ? fewDocuments : few;
    const countOf = (key: string, count: (upTo: number) => number) =>
      estimates.count(`${accountId} ${key}`, limit, count);
    const tags = tagIds
      .map((id) => ({ kind: "tag" as const, id, count: countOf(`tag ${id}`, (upTo) => tagCount({ tagId: id }, upTo)) }))
      .sort((one, other) => one.count - other.count);
    const statuses = JSON.stringify(filter.statuses);
    const leads: (Lead & { count: number })[] = [
      ...tags,
      ...(pattern ? [{ kind: "text" as const, pattern, count: textCount({ pattern }, few) }] : []),
      ...(filter.statuses.length > 0
        ? [{ kind: "status" as const, count: countOf(statuses, (upTo) => statusCount({ accountId, statuses }, upTo)) }]
        : []),
      ...(pattern ? [{ kind: "newest" as const, count: countOf("all", (upTo) => allCount({ accountId }, upTo)) }] : []),
    ];
    const isFew = ({ kind, count }: Lead & { count: number }) => count < (kind === "text" ? few : limit);
    const [fewest] = leads.filter(isFew).sort((one, other) => one.count - other.count);
    if (fewest) return fewest;
    if (pattern) return { kind: "text", pattern };
    return tags[0] ?? { kind: "newest" };
  }
}

/** What a search walks along; everything else is asked of what it comes by. */
type Lead = { kind: "tag"; id: number } | { kind: "text"; pattern: string } | { kind: "status" | "newest" };

/** Up to so many rows are looked at one by one without a thought. */
const few = 2000;
/** Where text is looked for, so many rows cost no more than a walk along a text that is everywhere. */
const fewDocuments = 20_000;

function countUpTo(database: Database, rows: string) {
  const statement = database.statement<{ count: number }>(`SELECT COUNT(*) AS count FROM (${rows} LIMIT :limit)`);
  return (params: Record<string, SqlValue>, limit: number) => statement.get({ ...params, limit })?.count ?? 0;
}

const walks: Readonly<Record<Lead["kind"], { from: string; seq: string; join?: string }>> = {
  tag: { from: "workflow_tag AS leading", seq: "leading.seq", join: "workflow ON workflow.seq = leading.seq" },
  text: { from: "workflow_text AS leading", seq: "leading.rowid", join: "workflow ON workflow.seq = leading.rowid" },
  status: { from: "workflow INDEXED BY workflow_by_status", seq: "workflow.seq" },
  newest: { from: "workflow INDEXED BY workflow_newest", seq: "workflow.seq" },
};

/**
 * Looks whether a workflow carries a tag, in the tag's own list of workflows, of which neighbours share a page. Asked for
 * an equal seq, SQLite would go to the workflow's list of tags, which is another page for each.
 */
function tagProbe(name: string, seq: string): string {
  return `workflow_tag AS ${name} ON ${name}.tag_id = :${name} AND ${name}.seq >= ${seq} AND ${name}.seq <= ${seq}`;
}

function compose(accountId: number, filter: WorkflowFilter, lead: Lead, tagIds: readonly number[]) {
  const params: Record<string, SqlValue> = { accountId, take: filter.take };
  const conditions = ["workflow.account_id = :accountId", "workflow.visible = 1"];
  const { from, seq, join } = walks[lead.kind];
  const add = (condition: string, name: string, value: SqlValue) => {
    conditions.push(condition);
    params[name] = value;
  };

  if (lead.kind === "tag") add("leading.tag_id = :leadingTag", "leadingTag", lead.id);
  if (lead.kind === "text") add("leading.workflow_text MATCH :pattern", "pattern", lead.pattern);
  const probes: string[] = [];
  const otherTags = new Set(tagIds.filter((id) => lead.kind !== "tag" || id !== lead.id));
  for (const [index, id] of [...otherTags].entries()) {
    probes.push(tagProbe(`tag${index}`, seq));
    params[`tag${index}`] = id;
  }
  if (filter.excludeTags.length > 0) {
    const excluded = `SELECT tag.id FROM tag JOIN json_each(:excluded) AS name ON tag.name = name.value
      WHERE tag.account_id = :accountId`;
    const probe = `NOT EXISTS (SELECT 1 FROM workflow_tag WHERE workflow_tag.seq = ${seq} AND tag_id IN (${excluded}))`;
    add(probe, "excluded", JSON.stringify(filter.excludeTags));
  }
  const statusIn = (name: string) => `workflow.status IN (SELECT value FROM json_each(:${name}))`;
  if (filter.statuses.length > 0) add(statusIn("statuses"), "statuses", JSON.stringify(filter.statuses));
  if (filter.excludeStatuses.length > 0) {
    add(`NOT ${statusIn("excludeStatuses")}`, "excludeStatuses", JSON.stringify(filter.excludeStatuses));
  }
  if (filter.fromDate !== undefined) {
    add(
      `workflow.created_at >= :fromDate AND ${seq} >= ${firstSeq(">= :fromDate", "ASC")}`,
      "fromDate",
      filter.fromDate,
    );
  }
  if (filter.toDate !== undefined) {
    add(`workflow.created_at <= :toDate AND ${seq} <= ${firstSeq("<= :toDate", "DESC")}`, "toDate", filter.toDate);
  }
  if (filter.text) {
    const text = "SELECT search_text FROM workflow_document WHERE workflow_document.seq = workflow.seq";
    add(`INSTR((${text}), :text) > 0`, "text", filter.text.toLowerCase());
  }
  if (filter.after !== undefined) add(`${seq} ${filter.ascending ? ">" : "<"} :after`, "after", filter.after);

  const order = `${seq} ${filter.ascending ? "ASC" : "DESC"}`;
  // CROSS JOIN keeps SQLite to this order: the leading table is walked; what a walk comes by is asked for its tags before
  // anything else of it is read.
  const tables = [from, ...probes, ...(join ? [join] : [])].join(" CROSS JOIN ");
  const sql = `SELECT ${seq} AS seq, workflow.version FROM ${tables} WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT :take`;
  return { sql, params };
}

/** The seq at the edge of a range of dates: time grows with seq, so the walk can start and stop there. */
function firstSeq(bound: string, direction: "ASC" | "DESC"): string {
  return `(SELECT edge.seq FROM workflow AS edge WHERE edge.account_id = :accountId AND edge.created_at ${bound}
    ORDER BY edge.created_at ${direction}, edge.seq ${direction} LIMIT 1)`;
}
