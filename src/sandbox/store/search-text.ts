/** The words of a value that a list's `query` looks through: names, texts and numbers, in lower case, one a line. */
export function searchTextOf(value: unknown): string {
  const found: string[] = [];
  collect(value, found);
  return found.join("\n").toLowerCase();
}

function collect(value: unknown, found: string[]): void {
  if (typeof value === "string" || typeof value === "number") found.push(String(value));
  else if (Array.isArray(value)) for (const item of value) collect(item, found);
  else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      found.push(key);
      collect(item, found);
    }
  }
}
