import { replaceEqualDeep } from "@tanstack/react-query";
import type { ListPage } from "./list-pages.ts";
import type { Listed } from "./list-shape.ts";

/**
 * Bring the rows of loaded pages up to date with what was read of them since. No row moves; pages and rows that did
 * not change stay the same objects, so that nothing is drawn again for them. `gone`: ids that are no more.
 */
export function bringUpToDate<Item extends Listed>(
  pages: ListPage<Item>[],
  updates: readonly Item[],
  { keep, gone }: { keep?: (older: Item, newer: Item) => Item; gone?: ReadonlySet<string> } = {},
): ListPage<Item>[] {
  const current = new Map(updates.map((item) => [item.id, item]));
  let isChanged = false;
  const next = pages.map((page) => {
    const items = updatePage(page.items, current, keep, gone);
    if (items === page.items) return page;
    isChanged = true;
    return { ...page, items };
  });
  return isChanged ? next : pages;
}

function updatePage<Item extends Listed>(
  items: Item[],
  current: ReadonlyMap<Item["id"], Item>,
  keep: ((older: Item, newer: Item) => Item) | undefined,
  gone: ReadonlySet<string> | undefined,
): Item[] {
  let next = items;
  for (const [index, known] of items.entries()) {
    const read = current.get(known.id);
    const updated = read && replaceEqualDeep(known, keep ? keep(known, read) : read);
    if (!updated || updated === known) continue;
    if (next === items) next = [...items];
    next[index] = updated;
  }
  return gone && next.some(({ id }) => gone.has(id ?? "")) ? next.filter(({ id }) => !gone.has(id ?? "")) : next;
}

/**
 * What belongs above the loaded rows: of `newest`, the first page of the same list read just now, what the rows don't
 * have and is no older than they are. `isAscending` lists grow at their end, where the next page finds what is new.
 * `mayComeLate`: the rows are all there are, and what is older may come to belong to them, as output that is withheld only
 * now.
 */
export function freshOf<Item extends Listed>(
  loaded: readonly Item[],
  newest: readonly Item[],
  isAscending: boolean,
  mayComeLate = false,
): Item[] {
  if (isAscending) return [];
  const top = mayComeLate ? "" : (loaded[0]?.createdAt ?? "");
  const unknown = new Map(newest.filter(({ createdAt }) => createdAt >= top).map((item) => [item.id, item]));
  for (const { id } of loaded) {
    if (unknown.size === 0) break;
    unknown.delete(id);
  }
  return [...unknown.values()];
}
