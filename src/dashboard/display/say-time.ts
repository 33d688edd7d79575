/*
 * Put together by hand and not by a formatter of the browser: the first of those in a page takes longer than drawing the
 * first rows of the list, and each browser abbreviates in its own way.
 */

const units: [string, number][] = [
  ["y", 31_536_000],
  ["mo", 2_592_000],
  ["d", 86_400],
  ["h", 3_600],
  ["m", 60],
];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** How long ago an instant was: "3m ago", "just now" within a minute either way. Milliseconds since 1970. */
export function sayAgo(instantMs: number, nowMs: number): string {
  const seconds = (nowMs - instantMs) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? [];
  if (!unit || !size) return "just now";
  const count = `${Math.trunc(Math.abs(seconds) / size)}${unit}`;
  return seconds > 0 ? `${count} ago` : `in ${count}`;
}

/** An instant in full, in the reader's own zone: "24 Nov 2026, 10:03:12". */
export function sayInstant(instantMs: number): string {
  const at = new Date(instantMs);
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
  return `${at.getDate()} ${months[at.getMonth()]} ${at.getFullYear()}, ${time}`;
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
