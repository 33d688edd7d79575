import type { Status } from "#contract/status.ts";
import type { SqlValue } from "./database.ts";
import type { ShortTextPlaces } from "./short-text.ts";

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

/** What a search walks along; everything else is asked of what it comes by. */
export type Lead =
  | { kind: "tag"; id: number }
  | { kind: "text"; pattern: string }
  | { kind: "places"; places: ShortTextPlaces }
  | { kind: "status" | "newest" };

const walks: Readonly<Record<Lead["kind"], { from: string; seq: string; join?: string }>> = {
  tag: { from: "workflow_tag AS leading", seq: "leading.seq", join: "workflow ON workflow.seq = leading.seq" },
  text: { from: "workflow_text AS leading", seq: "leading.rowid", join: "workflow ON workflow.seq = leading.rowid" },
  places: {
    from: `(SELECT rowid AS seq FROM workflow_text WHERE workflow_text MATCH :pattern
      UNION SELECT seq FROM workflow_document
      WHERE substr(search_text, -2) IN (SELECT value FROM json_each(:ends))) AS leading`,
    seq: "leading.seq",
    join: "workflow ON workflow.seq = leading.seq",
  },
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

/** `upTo`: the seq at which the walk ends. */
type Walk = WorkflowFilter & { upTo: number | undefined };

/** The SQL of a walk that ends when the page is full. */
export function composeWalk(accountId: number, filter: Walk, lead: Lead, tagIds: readonly number[]) {
  const params: Record<string, SqlValue> = { accountId, take: filter.take };
  const conditions = ["workflow.account_id = :accountId", "workflow.visible = 1"];
  const { from, seq, join } = walks[lead.kind];
  const add = (condition: string, name: string, value: SqlValue) => {
    conditions.push(condition);
    params[name] = value;
  };

  if (lead.kind === "tag") add("leading.tag_id = :leadingTag", "leadingTag", lead.id);
  if (lead.kind === "text") add("leading.workflow_text MATCH :pattern", "pattern", lead.pattern);
  if (lead.kind === "places") Object.assign(params, lead.places);
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
  if (filter.upTo !== undefined) add(`${seq} ${filter.ascending ? "<=" : ">="} :upTo`, "upTo", filter.upTo);

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
