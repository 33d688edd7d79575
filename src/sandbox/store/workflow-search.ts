import type { Status } from "#contract/status.ts";
import type { Database, SqlValue } from "./database.ts";

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
 * Finds the seqs of a page. Where one condition holds for few workflows, those few are looked at; else the walk goes
 * along the newest, where every second or tenth one fits and the page is soon full. Nothing sorts a large set.
 */
export function createWorkflowSearch(database: Database) {
  const tagId = database.statement<{ id: number }>("SELECT id FROM tag WHERE account_id = :accountId AND name = :name");
  const tagCount = database.statement<{ count: number }>(
    `SELECT COUNT(*) AS count FROM (SELECT 1 FROM workflow_tag WHERE tag_id = :tagId LIMIT ${few})`,
  );
  const statusCount = database.statement<{ count: number }>(
    `SELECT COUNT(*) AS count FROM (SELECT 1 FROM workflow WHERE account_id = :accountId
       AND status IN (SELECT value FROM json_each(:statuses)) LIMIT ${few})`,
  );

  return function search(accountId: number, filter: WorkflowFilter): number[] {
    const tagIds = filter.tags.map((name) => tagId.get({ accountId, name })?.id);
    // A tag that nobody ever used: no workflow can carry it.
    if (tagIds.includes(undefined)) return [];
    const tags = tagIds
      .flatMap((id) => (id === undefined ? [] : [{ id, count: tagCount.get({ tagId: id })?.count ?? 0 }]))
      .sort((one, other) => one.count - other.count);
    const statuses = JSON.stringify(filter.statuses);
    const withStatus = filter.statuses.length === 0 ? few : (statusCount.get({ accountId, statuses })?.count ?? 0);
    const byStatus = withStatus < few && withStatus <= (tags[0]?.count ?? few);

    const query = compose(
      accountId,
      filter,
      byStatus ? "status" : "newest",
      tags.map((tag) => tag.id),
    );
    return database
      .statement<{ seq: number }>(query.sql)
      .all(query.params)
      .map((row) => row.seq);
  };
}

/** Up to so many rows are looked at one by one without a thought. */
const few = 2000;

function compose(accountId: number, filter: WorkflowFilter, lead: "status" | "newest", tagIds: readonly number[]) {
  const params: Record<string, SqlValue> = { accountId, take: filter.take };
  const conditions = ["workflow.account_id = :accountId", "workflow.visible = 1"];
  // CROSS JOIN keeps SQLite to this order: the leading table is walked, the others are probed by their key.
  const [leadingTag, ...otherTags] = lead === "status" ? [undefined, ...tagIds] : tagIds;
  const from =
    leadingTag === undefined
      ? `workflow INDEXED BY ${lead === "status" ? "workflow_by_status" : "workflow_newest"}`
      : "workflow_tag AS leading CROSS JOIN workflow ON workflow.seq = leading.seq";
  const seq = leadingTag === undefined ? "workflow.seq" : "leading.seq";
  const add = (condition: string, name: string, value: SqlValue) => {
    conditions.push(condition);
    params[name] = value;
  };

  if (leadingTag !== undefined) add("leading.tag_id = :leadingTag", "leadingTag", leadingTag);
  for (const [index, id] of otherTags.entries()) {
    const probe = `EXISTS (SELECT 1 FROM workflow_tag WHERE tag_id = :tag${index} AND seq = ${seq})`;
    add(probe, `tag${index}`, id ?? null);
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
  const sql = `SELECT ${seq} AS seq FROM ${from} WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT :take`;
  return { sql, params };
}

/** The seq at the edge of a range of dates: time grows with seq, so the walk can start and stop there. */
function firstSeq(bound: string, direction: "ASC" | "DESC"): string {
  return `(SELECT edge.seq FROM workflow AS edge WHERE edge.account_id = :accountId AND edge.created_at ${bound}
    ORDER BY edge.created_at ${direction}, edge.seq ${direction} LIMIT 1)`;
}
