import type { Database } from "./database.ts";

/** Bring the file to the newest shape. Each step is done whole or not at all; `user_version` counts them. */
export function migrate(database: Database): void {
  const { version } = database
    .statement<{ version: number }>("SELECT user_version AS version FROM pragma_user_version")
    .get() ?? { version: 0 };
  if (version > migrations.length) throw new Error("The database was made by a newer version of this program.");
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    database.transaction(() => database.execute(`${sql}; PRAGMA user_version = ${index + 1};`));
  }
}

/*
 * `workflow` is narrow, because lists look at many rows of it; what is told of one workflow is in `workflow_document`.
 * `seq` grows with creation and is never used twice, so a page that ends at a seq has no gaps and no repeats.
 * Times are milliseconds since 1970.
 */
const firstShape = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    can_write INTEGER NOT NULL,
    can_mature INTEGER NOT NULL,
    blue INTEGER NOT NULL DEFAULT 0 CHECK (blue >= 0),
    green INTEGER NOT NULL DEFAULT 0 CHECK (green >= 0),
    yellow INTEGER NOT NULL DEFAULT 0 CHECK (yellow >= 0),
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE ledger_entry (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    workflow_id TEXT,
    currency TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('debit', 'credit')),
    amount INTEGER NOT NULL CHECK (amount > 0),
    reason TEXT NOT NULL,
    reason_key TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX ledger_entry_of_account ON ledger_entry (account_id, seq);
  CREATE INDEX ledger_entry_of_workflow ON ledger_entry (workflow_id, seq) WHERE workflow_id IS NOT NULL;

  CREATE TABLE workflow (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account_id INTEGER NOT NULL REFERENCES account (id),
    status TEXT NOT NULL,
    visible INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    external_id TEXT
  ) STRICT;
  CREATE INDEX workflow_newest ON workflow (account_id, seq);
  CREATE INDEX workflow_by_status ON workflow (account_id, status, seq);
  CREATE INDEX workflow_by_time ON workflow (account_id, created_at, seq);
  CREATE UNIQUE INDEX workflow_by_external_id ON workflow (account_id, external_id) WHERE external_id IS NOT NULL;

  CREATE TABLE workflow_document (
    seq INTEGER PRIMARY KEY REFERENCES workflow (seq) ON DELETE CASCADE,
    terms TEXT NOT NULL,
    allow_mature INTEGER NOT NULL,
    metadata TEXT NOT NULL,
    search_text TEXT NOT NULL,
    tags TEXT NOT NULL,
    started_at INTEGER,
    completed_at INTEGER
  ) STRICT;

  CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    UNIQUE (account_id, name)
  ) STRICT;
  CREATE TABLE workflow_tag (
    tag_id INTEGER NOT NULL REFERENCES tag (id),
    seq INTEGER NOT NULL REFERENCES workflow (seq) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX workflow_tag_of_workflow ON workflow_tag (seq);

  CREATE TABLE step (
    workflow_seq INTEGER NOT NULL REFERENCES workflow (seq) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    terms TEXT NOT NULL,
    metadata TEXT NOT NULL,
    input TEXT NOT NULL,
    price TEXT NOT NULL,
    item_count INTEGER NOT NULL,
    edits INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL,
    attempt INTEGER NOT NULL DEFAULT 1,
    phase_at INTEGER NOT NULL,
    due_at INTEGER,
    work_ms INTEGER,
    started_at INTEGER,
    completed_at INTEGER,
    delivered_share REAL NOT NULL DEFAULT 1,
    undelivered TEXT,
    output TEXT,
    reason TEXT,
    PRIMARY KEY (workflow_seq, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX step_due ON step (due_at) WHERE due_at IS NOT NULL;

  CREATE TABLE blob (
    id TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    workflow_seq INTEGER REFERENCES workflow (seq) ON DELETE CASCADE,
    step_name TEXT,
    job_id TEXT,
    medium TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER,
    height INTEGER,
    duration REAL,
    recipe TEXT,
    rating TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'available', 'withheld', 'blocked')),
    blocked_reason TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX blob_of_workflow ON blob (workflow_seq) WHERE workflow_seq IS NOT NULL;
  CREATE TABLE blob_content (
    blob_id TEXT NOT NULL REFERENCES blob (id) ON DELETE CASCADE,
    variant TEXT NOT NULL CHECK (variant IN ('original', 'preview')),
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (blob_id, variant)
  ) STRICT
`;

/*
 * Events on their way to callbacks. A queue is what one workflow has to tell one URL; of its pending rows, only the first
 * has a `due_at`. Rows outlive their workflow: its end is still to be told.
 */
const callbackOutbox = `
  CREATE TABLE callback_delivery (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    workflow_seq INTEGER NOT NULL,
    workflow_id TEXT NOT NULL,
    event TEXT NOT NULL,
    url TEXT NOT NULL,
    origin TEXT,
    payload TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'given-up')),
    created_at INTEGER NOT NULL,
    due_at INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    tries TEXT NOT NULL DEFAULT '[]'
  ) STRICT;
  CREATE INDEX callback_delivery_due ON callback_delivery (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX callback_delivery_queue ON callback_delivery (workflow_seq, url, seq) WHERE state = 'pending';
  CREATE INDEX callback_delivery_of_account ON callback_delivery (account_id, seq);
  CREATE INDEX callback_delivery_of_workflow ON callback_delivery (account_id, workflow_id, seq)
`;

/*
 * Every three characters in a row of `search_text`, so that a list finds any text inside of metadata without reading all
 * documents. The triggers keep it: whoever writes a document writes this.
 */
const textIndex = `
  CREATE VIRTUAL TABLE workflow_text USING fts5 (
    search_text, content = 'workflow_document', content_rowid = 'seq',
    tokenize = 'trigram case_sensitive 1', detail = 'none', columnsize = 0
  );
  CREATE TRIGGER workflow_text_insert AFTER INSERT ON workflow_document BEGIN
    INSERT INTO workflow_text (rowid, search_text) VALUES (new.seq, new.search_text);
  END;
  CREATE TRIGGER workflow_text_update AFTER UPDATE OF search_text ON workflow_document
  WHEN old.search_text <> new.search_text BEGIN
    INSERT INTO workflow_text (workflow_text, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
    INSERT INTO workflow_text (rowid, search_text) VALUES (new.seq, new.search_text);
  END;
  CREATE TRIGGER workflow_text_delete AFTER DELETE ON workflow_document BEGIN
    INSERT INTO workflow_text (workflow_text, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
  END;
  INSERT INTO workflow_text (workflow_text) VALUES ('rebuild')
`;

/*
 * Every write that an answer about a workflow could show makes its next version, whoever writes: what was told of a
 * version stays true for it.
 */
const nextVersion = "UPDATE workflow SET version = version + 1 WHERE";
const versions = `
  ALTER TABLE workflow ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
  CREATE TRIGGER version_of_status AFTER UPDATE OF status, visible, external_id ON workflow
    BEGIN ${nextVersion} seq = new.seq; END;
  CREATE TRIGGER version_of_document AFTER UPDATE ON workflow_document BEGIN ${nextVersion} seq = new.seq; END;
  CREATE TRIGGER version_of_new_step AFTER INSERT ON step BEGIN ${nextVersion} seq = new.workflow_seq; END;
  CREATE TRIGGER version_of_step AFTER UPDATE ON step BEGIN ${nextVersion} seq = new.workflow_seq; END;
  CREATE TRIGGER version_of_new_blob AFTER INSERT ON blob WHEN new.workflow_seq IS NOT NULL
    BEGIN ${nextVersion} seq = new.workflow_seq; END;
  CREATE TRIGGER version_of_blob AFTER UPDATE ON blob WHEN new.workflow_seq IS NOT NULL
    BEGIN ${nextVersion} seq = new.workflow_seq; END;
  CREATE TRIGGER version_of_lost_blob AFTER DELETE ON blob WHEN old.workflow_seq IS NOT NULL
    BEGIN ${nextVersion} seq = old.workflow_seq; END;
  CREATE TRIGGER version_of_entry AFTER INSERT ON ledger_entry WHEN new.workflow_id IS NOT NULL
    BEGIN ${nextVersion} id = new.workflow_id; END
`;

/*
 * For texts that are shorter than what `workflow_text` can be asked for: what it knows, and the ends of texts, which begin
 * nothing of three characters.
 */
const shortTexts = `
  CREATE VIRTUAL TABLE workflow_term USING fts5vocab ('workflow_text', 'row');
  CREATE INDEX workflow_text_end ON workflow_document (substr(search_text, -2))
`;

/* A step is worked on at the speed at which it got ready, whatever the speed is by then. */
const speeds = "ALTER TABLE step ADD COLUMN speed REAL CHECK (speed > 0)";

const migrations: readonly string[] = [firstShape, callbackOutbox, textIndex, versions, shortTexts, speeds];
