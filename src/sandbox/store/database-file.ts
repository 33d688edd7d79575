import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { openDatabase } from "./database.ts";
import { migrate } from "./migrations.ts";

/** Put a closed database in the place of another closed one, with nothing left of the old one's log. */
export function placeDatabase(draft: string, path: string): void {
  for (const file of [path, draft]) removeLogs(file);
  renameSync(draft, path);
}

/** Where a database waits that is to take the place of another one. Several may be on their way at the same moment. */
export function draftPathOf(path: string): string {
  return `${path}${draftMark}${randomUUID()}`;
}

/** Remove what was on its way when an earlier process was killed. */
export function removeDrafts(path: string): void {
  if (!existsSync(dirname(path))) return;
  const drafts = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}${draftMark}`));
  for (const name of drafts) rmSync(join(dirname(path), name), { force: true });
}

const draftMark = ".incoming-";

export function removeDatabase(path: string): void {
  rmSync(path, { force: true });
  removeLogs(path);
}

/**
 * Look whether a file is a whole database of a sandbox, and bring it to the newest shape. Answers what is wrong with it,
 * in words that go on after "The file", or nothing.
 */
export function prepareDatabase(path: string): string | undefined {
  try {
    const database = openDatabase(path);
    try {
      const { version } = database
        .statement<{ version: number }>("SELECT user_version AS version FROM pragma_user_version")
        .get() ?? { version: 0 };
      const tables = database
        .statement<{ name: string }>(
          "SELECT name FROM sqlite_schema WHERE name IN ('account', 'ledger_entry', 'workflow')",
        )
        .all();
      if (version === 0 || tables.length < 3) return "is no sandbox's database.";
      const [found] = database.statement<{ quick_check: string }>("PRAGMA quick_check(1)").all();
      if (found?.quick_check !== "ok") return "is damaged.";
      migrate(database);
      return undefined;
    } finally {
      database.close();
    }
  } catch (error) {
    return `can't be used: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function removeLogs(path: string): void {
  for (const end of ["-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
}
