import { backup, DatabaseSync } from "@photostructure/sqlite";
import { createCheckpoints } from "./checkpoints.ts";

/** What SQLite stores. Anything else is refused: the driver would bind `true` as 1 and a Date as NULL without a word. */
export type SqlValue = string | number | null | Uint8Array;
export type SqlParams = Readonly<Record<string, SqlValue>>;

/** A prepared statement. `Row` is what its columns are; the `STRICT` tables keep that promise. */
export type Statement<Row> = {
  run(params?: SqlParams): { changes: number; lastInsertRowid: number };
  get(params?: SqlParams): Row | undefined;
  all(params?: SqlParams): Row[];
};

/** The one connection to the SQLite file. Statements are prepared once and kept by their text. */
export type Database = {
  statement<Row = unknown>(sql: string): Statement<Row>;
  /** Run several statements without parameters. */
  execute(sql: string): void;
  /** Do all of the work or none of it. Never nested: who needs to be inside of one says so with `assertTransaction`. */
  transaction<Value>(work: () => Value): Value;
  /** Do the work, keep its answer, and undo everything that it wrote. */
  rehearse<Value>(work: () => Value): Value;
  /** Throws outside of a transaction: money and status are only written inside of one. */
  assertTransaction(): void;
  /** Another text after every write to the file, whoever writes; nothing inside of a transaction, which may be undone. */
  writes(): string | undefined;
  /** Throws inside of a transaction, with the reason why this is not done there. */
  refuseTransaction(why: string): void;
  /** Do this once the running transaction is committed; never if it is undone. */
  afterCommit(effect: () => void): void;
  /** Write a copy of everything to a new file, without keeping others from their work. */
  copyTo(path: string): Promise<void>;
  close(): void;
};

/** Open the file and set it up for one writer that survives a kill at any moment. */
export function openDatabase(path: string): Database {
  const connection = new DatabaseSync(path);
  connection.exec(pragmas);
  const checkpoints =
    path === ":memory:" ? undefined : createCheckpoints(path, () => connection.exec("PRAGMA wal_checkpoint(PASSIVE)"));
  const statements = new Map<string, Statement<never>>();
  // The first counts the rows that this connection wrote, the second is another one after a write of somebody else.
  const written = connection.prepare(
    "SELECT total_changes() || ' ' || data_version AS writes FROM pragma_data_version",
  );
  let effects: (() => void)[] = [];

  function within<Value>(end: "COMMIT" | "ROLLBACK", work: () => Value): Value {
    if (connection.isTransaction) throw new Error("A transaction is running already; transactions are not nested.");
    connection.exec("BEGIN IMMEDIATE");
    try {
      const value = work();
      if (value instanceof Promise) throw new Error("A transaction is done at once; it can't wait for a promise.");
      connection.exec(end);
      return value;
    } catch (error) {
      effects = [];
      if (connection.isTransaction) connection.exec("ROLLBACK");
      throw error;
    }
  }

  return {
    statement: <Row>(sql: string) => {
      const known = statements.get(sql) ?? prepare(connection, sql);
      statements.set(sql, known);
      // The caller states the row type beside the SQL that makes it.
      return known as Statement<unknown> as Statement<Row>;
    },
    execute: (sql) => connection.exec(sql),
    transaction(work) {
      const value = within("COMMIT", work);
      const committed = effects;
      effects = [];
      for (const effect of committed) effect();
      checkpoints?.afterCommit();
      return value;
    },
    rehearse(work) {
      const value = within("ROLLBACK", work);
      effects = [];
      return value;
    },
    assertTransaction() {
      if (!connection.isTransaction) throw new Error("This is written inside of a transaction only.");
    },
    refuseTransaction(why) {
      if (connection.isTransaction) throw new Error(why);
    },
    writes: () => (connection.isTransaction ? undefined : String(written.get()?.writes)),
    afterCommit(effect) {
      if (connection.isTransaction) effects.push(effect);
      else effect();
    },
    async copyTo(path) {
      await backup(connection, path, { rate: 1_000 });
    },
    close() {
      checkpoints?.stop();
      // The driver ends no statements, so SQLite does not see its last connection go and would leave the newest writes in
      // the log beside. After this, the one file holds all.
      connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      connection.close();
    },
  };
}

// 8 kB pages: a workflow's document of about 2 kB would waste 40 % of 4 kB pages. WAL with NORMAL loses nothing when the
// process is killed; only a power cut can take the last commits. The log is carried over by `createCheckpoints`, and cut
// when it begins anew, so that its length tells what is in it.
const pragmas = `
  PRAGMA page_size = 8192;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 0;
  PRAGMA journal_size_limit = 0;
  PRAGMA foreign_keys = ON;
  PRAGMA busy_timeout = 5000;
  PRAGMA cache_size = -16384;
  PRAGMA temp_store = MEMORY;
`;

function prepare(connection: InstanceType<typeof DatabaseSync>, sql: string): Statement<never> {
  const statement = connection.prepare(sql);
  const names = new Set(Array.from(sql.matchAll(/:([a-zA-Z]\w*)/g), ([, name]) => name ?? ""));
  const bind = (params: SqlParams = {}) => checkedParams(names, params, sql);
  return {
    run: (params) => {
      const { changes, lastInsertRowid } = statement.run(bind(params));
      return { changes, lastInsertRowid: Number(lastInsertRowid) };
    },
    get: (params) => statement.get(bind(params)),
    all: (params) => statement.all(bind(params)),
  } satisfies Statement<unknown> as Statement<never>;
}

function checkedParams(names: ReadonlySet<string>, params: SqlParams, sql: string): SqlParams {
  let given = 0;
  for (const name in params) {
    given += 1;
    if (!names.has(name)) throw new Error(`The statement has no parameter "${name}": ${sql}`);
    if (!isSqlValue(params[name])) throw new Error(`The parameter "${name}" is nothing that SQLite stores: ${sql}`);
  }
  if (given !== names.size) throw new Error(`The statement takes ${[...names].join(", ")}: ${sql}`);
  return params;
}

function isSqlValue(value: unknown): value is SqlValue {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" || value === null || value instanceof Uint8Array;
}
