import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type History, record, redo, startHistory, undo } from "./history.ts";

describe("history", () => {
  it("takes what is typed in one go back in one step", () => {
    const typed = ["a", "ab", "abc"].reduce(
      (history, text, index) => record(history, text, 10_000 + index * 200, false),
      startHistory(""),
    );
    expect(undo(typed).present).toBe("");
    expect(redo(undo(typed)).present).toBe("abc");
  });

  it("takes what came after a rest back by itself", () => {
    const typed = record(record(startHistory(""), "a", 0, false), "ab", 5_000, false);
    expect(undo(typed).present).toBe("a");
  });

  it("takes a change of its own back by itself, however soon it came, and what follows it too", () => {
    const grown = record(record(record(startHistory("x"), "xy", 0, false), "xyz", 1, true), "xyz!", 2, false);
    expect(undo(grown).present).toBe("xyz");
    expect(undo(undo(grown)).present).toBe("xy");
  });

  it("forgets what was undone once something else is done", () => {
    const changed = record(undo(record(startHistory(1), 2, 0, true)), 3, 9, true);
    expect(redo(changed)).toBe(changed);
  });

  it("comes back to where it was after as many redos as undos", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 30 }), fc.nat(40), (values, steps) => {
        let history: History<number> = values.reduce(
          (grown, value, index) => record(grown, value, index * 10_000, true),
          startHistory(-1),
        );
        const end = history.present;
        const possible = Math.min(steps, history.past.length);
        for (let index = 0; index < possible; index += 1) history = undo(history);
        for (let index = 0; index < possible; index += 1) history = redo(history);
        expect(history.present).toBe(end);
      }),
    );
  });
});
