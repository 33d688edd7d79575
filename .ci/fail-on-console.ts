import { afterEach, beforeEach, expect, vi } from "vitest";

// A warning that nobody expected is a defect that nobody saw: each test fails on console output it did not ask for.
const levels = ["error", "warn", "log", "info", "debug"] as const;

beforeEach(() => {
  for (const level of levels) vi.spyOn(console, level);
});

afterEach(() => {
  const said = levels.flatMap((level) =>
    vi.isMockFunction(console[level]) ? vi.mocked(console[level]).mock.calls.map((call) => [level, ...call]) : [],
  );
  vi.restoreAllMocks();
  expect(said, "unexpected console output").toEqual([]);
});
