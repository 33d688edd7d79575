import { describe, expect, it } from "vitest";
import { openDatabase } from "./database.ts";

function aTable() {
  const database = openDatabase(":memory:");
  database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT");
  const insert = database.statement("INSERT INTO note (text) VALUES (:text)");
  const texts = () =>
    database
      .statement<{ text: string }>("SELECT text FROM note ORDER BY id")
      .all()
      .map((row) => row.text);
  return { database, insert, texts };
}

describe("openDatabase", () => {
  it("undoes a transaction whole when its work throws", () => {
    const { database, insert, texts } = aTable();
    const work = () =>
      database.transaction(() => {
        insert.run({ text: "one" });
        throw new Error("no");
      });
    expect(work).toThrow("no");
    expect(texts()).toEqual([]);
  });

  it("refuses a transaction inside of a transaction", () => {
    const { database } = aTable();
    expect(() => database.transaction(() => database.transaction(() => 1))).toThrow("not nested");
  });

  it("keeps the answer of a rehearsal and undoes its writes and effects", () => {
    const { database, insert, texts } = aTable();
    let told = 0;
    const seen = database.rehearse(() => {
      insert.run({ text: "one" });
      database.afterCommit(() => {
        told += 1;
      });
      return texts();
    });
    expect(seen).toEqual(["one"]);
    expect(texts()).toEqual([]);
    expect(told).toBe(0);
  });

  it("carries out effects after the commit only", () => {
    const { database, insert, texts } = aTable();
    const seen: string[][] = [];
    database.transaction(() => {
      database.afterCommit(() => seen.push(texts()));
      insert.run({ text: "one" });
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([["one"]]);
  });

  it.each([
    ["a boolean", { text: true }],
    ["a date", { text: new Date(0) }],
    ["nothing", { text: undefined }],
    ["no number", { text: Number.NaN }],
  ])("refuses to bind %s", (_, params) => {
    const { insert } = aTable();
    // Types forbid these values; a cast stands for a caller whose types are wrong.
    expect(() => insert.run(params as never)).toThrow('"text" is nothing that SQLite stores');
  });

  it("refuses a parameter too many or too few", () => {
    const { insert } = aTable();
    expect(() => insert.run({})).toThrow("takes text");
    expect(() => insert.run({ text: "one", other: 1 })).toThrow('no parameter "other"');
  });
});
