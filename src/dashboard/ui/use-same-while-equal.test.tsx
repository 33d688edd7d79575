// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useSameWhileEqual } from "./use-same-while-equal.ts";

it("is the object of before while it is equal, and keeps the members that are", () => {
  const first: Record<string, string>[] = [{ "": "wrong" }, {}];
  const { result, rerender } = renderHook((value) => useSameWhileEqual(value), { initialProps: first });
  rerender([{ "": "wrong" }, {}]);
  expect(result.current).toBe(first);
  rerender([{ "": "wrong" }, { width: "too wide" }]);
  expect(result.current).toEqual([{ "": "wrong" }, { width: "too wide" }]);
  expect(result.current[0]).toBe(first[0]);
});
