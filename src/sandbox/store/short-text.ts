import type { Database } from "./database.ts";

/**
 * Where a text of one or two characters can be: `pattern` for the index of texts, and the ends of texts that contain it.
 * More is found than contains the text, never less.
 */
export type ShortTextPlaces = { pattern: string; ends: string };

/** More threes of characters than this make a question too long to ask. */
const maxThrees = 500;
const lastCharacter = "\u{10FFFF}";

/**
 * Finds texts that the index of threes can't be asked for. Such a text begins one of the threes that the index knows, or
 * it is among the last two characters of a document's words. `undefined` where it is in so many documents that a walk
 * along the newest comes by them soon.
 */
export function createShortTextSearch(database: Database) {
  // One three at a time: the index counts its documents, which takes a while where it is everywhere.
  const nextThree = database.statement<{ term: string; doc: number }>(
    "SELECT term, doc FROM workflow_term WHERE term > :after AND term <= :upTo ORDER BY term LIMIT 1",
  );
  // From each end to the next one: the index has millions of entries, and some hundreds of different ends.
  const endsWith = database.statement<{ text: string }>(
    `WITH RECURSIVE ending (text) AS (
       SELECT MIN(substr(search_text, -2)) FROM workflow_document
       UNION ALL
       SELECT (SELECT MIN(substr(search_text, -2)) FROM workflow_document WHERE substr(search_text, -2) > ending.text)
       FROM ending WHERE ending.text IS NOT NULL
     )
     SELECT text FROM ending WHERE INSTR(text, :text) > 0`,
  );
  const endCount = database.statement<{ count: number }>(
    `SELECT COUNT(*) AS count FROM (SELECT 1 FROM workflow_document
       WHERE substr(search_text, -2) IN (SELECT value FROM json_each(:ends)) LIMIT :limit)`,
  );

  return function find(text: string, limit: number): ShortTextPlaces | undefined {
    const ends = JSON.stringify(endsWith.all({ text }).map((row) => row.text));
    let documents = endCount.get({ ends, limit })?.count ?? 0;
    const threes: string[] = [];
    const upTo = text + lastCharacter.repeat(2);
    for (let after = text; documents < limit && threes.length < maxThrees; ) {
      const next = nextThree.get({ after, upTo });
      if (!next) return { pattern: patternOf(threes), ends };
      threes.push(next.term);
      documents += next.doc;
      after = next.term;
    }
    return undefined;
  };
}

/** Any of them. Nothing is found for an empty phrase. */
function patternOf(threes: readonly string[]): string {
  return threes.length === 0 ? '""' : threes.map((three) => `"${three.replaceAll('"', '""')}"`).join(" OR ");
}
