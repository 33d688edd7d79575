/** The end of a value: addresses begin alike, and differ there. */
export function sayValue(value: unknown): string {
  const text = typeof value === "string" ? (value.split("?")[0] ?? "") : JSON.stringify(value);
  return text.length > 40 ? `…${text.slice(-39)}` : text;
}
