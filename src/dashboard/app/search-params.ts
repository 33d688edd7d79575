/*
 * Query strings as people read and write them: `tags=a&tags=b&status=failed`. A key that stands once is a string, one
 * that stands more often is a list; each route's schema says which it wants.
 */

export type SearchParams = Record<string, string | string[]>;

/** The members of a query string. */
export function parseSearch(query: string): SearchParams {
  const search: SearchParams = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = search[name];
    search[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return search;
}

/** What a route reads of a query string, and nothing else: the router would keep what was left out as it came. */
export function onlyRead<Search extends object>(
  read: (search: Record<string, unknown>) => Search,
): (search: Record<string, unknown>) => Search {
  return (search) => ({ ...Object.fromEntries(Object.keys(search).map((name) => [name, undefined])), ...read(search) });
}

/** The query string of some members, with its question mark; absent and empty ones are left out. */
export function printSearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== "" && item !== false) params.append(name, String(item));
    }
  }
  const printed = params.toString();
  return printed === "" ? "" : `?${printed}`;
}
