import { isReference } from "#contract/reference.ts";

/** What pricing goes by: the value itself, or the fallback while it is left open or a reference to what has not run. */
export function known<Value>(value: Value, fallback: NonNullable<Value>): NonNullable<Value> {
  return value === null || value === undefined || isReference(value) ? fallback : value;
}

/** How many members a list has; a reference to a list counts as one. */
export function countOf(list: unknown): number {
  if (Array.isArray(list)) return list.length;
  return isReference(list) ? 1 : 0;
}
