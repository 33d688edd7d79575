import type { Database } from "./database.ts";

/** Which workflow carries which tag, by numbers: lists walk it without reading a document. */
export type TagIndex = {
  replace(accountId: number, seq: number, before: readonly string[], after: readonly string[]): void;
};

export function createTagIndex(database: Database): TagIndex {
  const name = database.statement(
    "INSERT INTO tag (account_id, name) VALUES (:accountId, :name) ON CONFLICT DO NOTHING",
  );
  // One row of values: SQLite keeps a journal of its own for a statement that could insert several rows.
  const add = database.statement(
    `INSERT INTO workflow_tag (tag_id, seq)
     VALUES ((SELECT id FROM tag WHERE account_id = :accountId AND name = :name), :seq) ON CONFLICT DO NOTHING`,
  );
  const drop = database.statement(
    `DELETE FROM workflow_tag WHERE seq = :seq
       AND tag_id = (SELECT id FROM tag WHERE account_id = :accountId AND name = :name)`,
  );
  return {
    replace(accountId, seq, before, after) {
      for (const tag of before) if (!after.includes(tag)) drop.run({ seq, accountId, name: tag });
      for (const tag of after) {
        if (before.includes(tag)) continue;
        name.run({ accountId, name: tag });
        add.run({ seq, accountId, name: tag });
      }
    },
  };
}
