import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/*
 * docs/sandbox-contract.md names a test for each rule. A test that was renamed or removed is missed here.
 */
const root = new URL("../..", import.meta.url);
const rows = readFileSync(new URL("docs/sandbox-contract.md", root), "utf8")
  .split("\n")
  .flatMap((line) => {
    const [, rule = "", shown = ""] = /^\| (?!Rule|---)(.+?) \| (.+) \|$/.exec(line) ?? [];
    const [, path = "", name = ""] = /^`(.+?)` › (.+)$/.exec(shown) ?? [];
    return rule === "" ? [] : [{ rule, shown, path, name }];
  });

function testFile(path: string): URL {
  if (path.startsWith("src/") || path.startsWith("e2e/")) return new URL(path, root);
  return new URL(`src/${path.startsWith("contract/") ? "" : "sandbox/"}${path}.test.ts`, root);
}

describe("docs/sandbox-contract.md", () => {
  it("has a rule and a test in each row", () => {
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ path, name }) => path === "" || name === "")).toEqual([]);
  });

  it("names tests that are there", () => {
    const missing = rows.filter(({ path, name }) => {
      const file = testFile(path);
      return !existsSync(file) || !readFileSync(file, "utf8").includes(name.replaceAll("`", ""));
    });
    expect(missing.map(({ rule, shown }) => `${rule}: ${shown}`)).toEqual([]);
  });
});
