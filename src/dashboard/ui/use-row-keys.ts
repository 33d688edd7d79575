import { type RefObject, useRef } from "react";
import { useHotkey } from "./use-hotkey.ts";

/** J and K move the focus through what matches `rows` in a part of the page, in its order; Enter is the row's own. Give the answer to that part as `ref`. */
export function useRowKeys<Part extends HTMLElement>(rows: string): RefObject<Part | null> {
  const part = useRef<Part>(null);
  const go = (by: 1 | -1) => {
    const all = [...(part.current?.querySelectorAll<HTMLElement>(rows) ?? [])];
    const at = all.findIndex((row) => row.matches(":focus"));
    // From outside, J begins at the first row and K at the last.
    const to = at === -1 && by === -1 ? all.length - 1 : at + by;
    all[Math.min(all.length - 1, Math.max(0, to))]?.focus();
  };
  useHotkey("j", () => go(1));
  useHotkey("k", () => go(-1));
  return part;
}
