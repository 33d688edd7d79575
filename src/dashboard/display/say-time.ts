const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "always", style: "narrow" });
// Made once: a formatter costs more than a row of the list.
const inFull = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

/** How long ago an instant was: "3m ago", "just now" within a minute either way. Milliseconds since 1970. */
export function sayAgo(instantMs: number, nowMs: number): string {
  const seconds = (instantMs - nowMs) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? [];
  return unit && size ? relative.format(Math.trunc(seconds / size), unit) : "just now";
}

/** An instant in full, in the reader's own zone: "24 Nov 2026, 10:03:12". */
export function sayInstant(instantMs: number): string {
  return inFull.format(instantMs);
}

/** A length of time in its two largest units: "4 s", "1 min 12 s", "3 h 5 min". */
export function sayDuration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds / 1000);
  if (seconds < 10) return `${Number(seconds.toFixed(1))} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
