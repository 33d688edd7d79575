import { describe, expect, it } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { rowsThatLeft } from "./desk-list.ts";

const aRow = (id: string, second: number, allowMatureContent = false): Workflow => ({
  ...{ id, createdAt: `2026-11-24T10:00:${String(second).padStart(2, "0")}Z`, status: "succeeded", allowMatureContent },
  steps: [
    {
      ...{ $type: "imageGen", name: "$0", status: "succeeded" },
      output: { images: [{ id: "blob", available: false, nsfwLevel: "x" }] },
    },
  ],
});
const [newest, middle, oldest] = [aRow("newest", 30), aRow("middle", 20), aRow("oldest", 10)];
const rows = [newest, middle, oldest];

describe("rowsThatLeft", () => {
  it("names what was looked at and is not among what waits", () => {
    expect(rowsThatLeft(rows, { items: [newest, oldest], lookedAt: 9 })).toEqual([middle]);
  });

  it("says nothing of what lies below the page, nor of what was created together with its end", () => {
    const until = { lookedAt: 9, next: "more" };
    expect(rowsThatLeft(rows, { ...until, items: [newest], until: oldest.createdAt })).toEqual([middle]);
    expect(rowsThatLeft(rows, { ...until, items: [newest], until: middle.createdAt })).toEqual([]);
    expect(rowsThatLeft(rows, { ...until, items: [newest] })).toEqual([]);
  });

  it("names a row that tells by itself that it was released", () => {
    const released = aRow("middle", 20, true);
    expect(rowsThatLeft([newest, released], undefined)).toEqual([released]);
  });
});
