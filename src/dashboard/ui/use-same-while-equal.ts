import { replaceEqualDeep } from "@tanstack/react-query";
import { useLayoutEffect, useRef } from "react";

/**
 * A value that is made anew again and again, and is mostly the same: the object of before for as long as it is equal,
 * and its members of before as far as they are. For what memoised children are handed.
 */
export function useSameWhileEqual<Value>(value: Value): Value {
  const before = useRef(value);
  const kept = replaceEqualDeep(before.current, value);
  useLayoutEffect(() => {
    before.current = kept;
  });
  return kept;
}
