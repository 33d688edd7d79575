import { existsSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCheckpoints } from "./checkpoints.ts";
import { type Database, openDatabase } from "./database.ts";

let folder: string;
let path: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "baton-checkpoints-"));
  path = join(folder, "a.db");
  database = openDatabase(path);
  database.execute("CREATE TABLE thing (bytes BLOB NOT NULL) STRICT");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const logBytes = () => (existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0);

function write(kilobytes: number): void {
  const bytes = new Uint8Array(kilobytes * 1000);
  database.transaction(() => database.statement("INSERT INTO thing VALUES (:bytes)").run({ bytes }));
}

describe("the write-ahead log", () => {
  it("becomes short again by itself, while writes go on", async () => {
    for (let commit = 0; commit < 16; commit += 1) write(500);
    expect(logBytes()).toBeGreaterThan(7_000_000);
    const afterOneMore = () => {
      write(1);
      return logBytes();
    };
    await expect.poll(afterOneMore, { timeout: 20_000 }).toBeLessThan(1_000_000);
    database.close();
  });

  it("is carried over without a turn of the event loop where writes leave none", () => {
    for (let commit = 0; commit < 110; commit += 1) write(1000);
    expect(logBytes()).toBeLessThan(90_000_000);
    database.close();
    expect(statSync(path).size).toBeGreaterThan(110_000_000);
  });

  it("holds nothing after the end, however soon that comes after an order to the worker", () => {
    for (let commit = 0; commit < 16; commit += 1) write(500);
    database.close();
    expect(logBytes()).toBe(0);
    const again = openDatabase(path);
    expect(again.statement("SELECT COUNT(*) AS count FROM thing").get()).toEqual({ count: 16 });
    again.close();
  });

  it("that can't be carried over, as on a full disk, makes no commit fail, and is tried again", () => {
    const other = join(folder, "full.db");
    writeFileSync(`${other}-wal`, "");
    truncateSync(`${other}-wal`, 65_000_000);
    let tries = 0;
    const checkpoints = createCheckpoints(other, () => {
      tries += 1;
      throw new Error("database or disk is full");
    });
    for (let commit = 0; commit < 16; commit += 1) checkpoints.afterCommit();
    expect(tries).toBe(2);
    checkpoints.stop();
    database.close();
  });
});
