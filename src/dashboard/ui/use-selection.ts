import { useMemo, useState } from "react";

export type Selection = {
  /** Ids of what is selected; what left the list is selected no more. */
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** Select everything from the one that was toggled last to this one. */
  reachTo: (id: string) => void;
  set: (ids: Iterable<string>) => void;
  clear: () => void;
};

const nothing: ReadonlySet<string> = new Set();

/** What is selected of a list. `order`: the ids as they are shown; the same array while they are the same. */
export function useSelection(order: readonly string[]): Selection {
  const [selected, setSelected] = useState(nothing);
  const [anchor, setAnchor] = useState<string>();
  // Lists have up to 100 000 rows: looked through when something changed, and not at all while nothing is selected.
  const ids = useMemo(
    () => (selected.size === 0 ? nothing : new Set(order.filter((id) => selected.has(id)))),
    [order, selected],
  );
  return {
    ids,
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setAnchor(id);
      setSelected(next);
    },
    reachTo: (id) => {
      const ends = [id, anchor ?? id].map((one) => order.indexOf(one)).filter((at) => at !== -1);
      setSelected(new Set([...ids, ...order.slice(Math.min(...ends), Math.max(...ends) + 1)]));
    },
    set: (some) => setSelected(new Set(some)),
    clear: () => setSelected(nothing),
  };
}
