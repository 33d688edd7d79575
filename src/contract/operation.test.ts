import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { booleanParam, instantParam, integerParam, listParam, optionalBooleanParam } from "./operation.ts";
import { operations } from "./operations.ts";

const isTaken = (schema: z.ZodMiniType, value: unknown) => schema.safeParse(value).success;

describe("booleanParam", () => {
  it.each([
    ["true", true],
    ["True", true],
    ["FALSE", false],
    [undefined, true],
  ])("reads %j as %s where true is the default", (text, value) => {
    expect(booleanParam(true).parse(text)).toBe(value);
  });

  it.each(["", "1", "yes", null])("refuses %j", (text) => {
    expect(isTaken(booleanParam(false), text)).toBe(false);
    expect(isTaken(optionalBooleanParam(), text)).toBe(false);
  });

  it("tells left out from false when there is no default", () => {
    expect([undefined, "false", "true"].map((text) => optionalBooleanParam().parse(text))).toEqual([
      undefined,
      false,
      true,
    ]);
  });
});

describe("integerParam", () => {
  const take = integerParam({ min: 1, max: 1000, default: 100 });

  it.each([
    ["1", 1],
    ["1000", 1000],
    [undefined, 100],
  ])("reads %j as %d", (text, value) => {
    expect(take.parse(text)).toBe(value);
  });

  it.each(["0", "1001", "1.5", "1e2", "", " 5", "ten", "99999999999999999999", "-1"])("refuses %j", (text) => {
    expect(isTaken(take, text)).toBe(false);
  });
});

describe("listParam", () => {
  const status = listParam(z.enum(["failed", "expired"]));

  it.each([
    [undefined, []],
    ["failed", ["failed"]],
    [
      ["failed", "expired"],
      ["failed", "expired"],
    ],
  ])("reads %j as %j", (given, list) => {
    expect(status.parse(given)).toEqual(list);
  });

  it("names the place of the item that does not fit", () => {
    expect(status.safeParse(["failed", "lost"]).error?.issues.map(({ path }) => path)).toEqual([[1]]);
  });
});

describe("instantParam", () => {
  it.each(["2026-11-24T10:00:00Z", "2026-11-24T10:00:00.123+01:00", "2026-11-24"])("takes %s", (text) => {
    expect(instantParam().parse(text)).toBe(text);
  });

  it.each(["", "yesterday", "2026-13-01", "2026", "1", "1764176000", "Nov 24", "2026-11-24 10:00"])(
    "refuses %j",
    (text) => {
      expect(isTaken(instantParam(), text)).toBe(false);
    },
  );

  it("is in UTC where no zone is named, wherever the server stands", () => {
    expect(instantParam().parse("2026-11-24T10:00:00")).toBe("2026-11-24T10:00:00Z");
    expect(instantParam().parse("2026-11-24T10:00")).toBe("2026-11-24T10:00Z");
  });

  it("takes a plus that came without its escape, and is a blank by now", () => {
    expect(instantParam().parse("2026-11-24T10:00:00 01:00")).toBe("2026-11-24T10:00:00+01:00");
  });
});

describe("operations", () => {
  it("have each an id, and a method and path, of their own", () => {
    const ids = operations.map(({ id }) => id);
    const places = operations.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(places).size).toBe(places.length);
  });

  it.each(operations.map((one) => [one.id, one] as const))(
    "%s has a schema for each parameter of its path",
    (_, one) => {
      const inPath = [...one.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(paramsOf(one)).sort()).toEqual(inPath.sort());
    },
  );

  it.each(
    operations.filter(({ access }) => access === "read" || access === "write").map((one) => [one.id, one] as const),
  )("%s says what a missing token is answered", (_, one) => {
    expect(Object.keys(one.responses)).toContain("401");
  });
});

function paramsOf(operation: object): Record<string, unknown> {
  return "params" in operation && operation.params instanceof z.ZodMiniObject ? operation.params.shape : {};
}
