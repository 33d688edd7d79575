import type * as z from "zod/mini";

/**
 * A value in the browser's storage, with subscribers: other tabs' changes are heard too. What can't be read (a private
 * window, another version's value) counts as absent.
 */
export type StoredValue<Value> = {
  read(): Value;
  /** Says whether it was kept; what was not lasts as long as this page. */
  write(value: Value): boolean;
  subscribe(listener: () => void): () => void;
};

/** Keep a value under a key of `localStorage` or `sessionStorage`; `fallback` stands in while there is none. */
export function storedValue<Schema extends z.ZodMiniType>(
  storage: () => Storage,
  key: string,
  schema: Schema,
  fallback: z.output<Schema>,
): StoredValue<z.output<Schema>> {
  const listeners = new Set<() => void>();
  let cachedText: string | null | undefined;
  let cached = fallback;

  const read = () => {
    const text = textOf(storage, key);
    // The same text gives the same object, as useSyncExternalStore asks.
    if (text !== cachedText) {
      cachedText = text;
      cached = parse(schema, text, fallback);
    }
    return cached;
  };
  const tellAll = () => {
    for (const listener of listeners) listener();
  };
  const hearOtherTabs = (event: StorageEvent) => {
    if (event.key === key || event.key === null) tellAll();
  };

  return {
    read,
    write: (value) => {
      let isKept = true;
      try {
        storage().setItem(key, JSON.stringify(value));
      } catch {
        // Storage is full or forbidden.
        isKept = false;
        cachedText = textOf(storage, key);
        cached = value;
      }
      tellAll();
      return isKept;
    },
    subscribe: (listener) => {
      if (listeners.size === 0) window.addEventListener("storage", hearOtherTabs);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener("storage", hearOtherTabs);
      };
    },
  };
}

function textOf(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  text: string | null,
  fallback: z.output<Schema>,
): z.output<Schema> {
  if (text === null) return fallback;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : fallback;
  } catch {
    return fallback;
  }
}
