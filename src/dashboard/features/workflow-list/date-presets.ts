/** A span of time that lists are often narrowed to. */
export type DatePreset = { id: string; label: string; from: (nowMs: number) => string };

const hourMs = 3_600_000;

/** The spans offered, from short to long. Each starts at an instant and has no end. */
export const datePresets: DatePreset[] = [
  { id: "today", label: "Today", from: (nowMs) => startOfDay(nowMs) },
  { id: "24h", label: "Last 24 hours", from: (nowMs) => hoursBefore(nowMs, 24) },
  { id: "7d", label: "Last 7 days", from: (nowMs) => hoursBefore(nowMs, 7 * 24) },
  { id: "30d", label: "Last 30 days", from: (nowMs) => hoursBefore(nowMs, 30 * 24) },
];

/** A range of dates as a chip says it. */
export function sayRange(from: string | undefined, to: string | undefined): string {
  if (from && to) return `${sayDay(from)} – ${sayDay(to)}`;
  if (from) return `Since ${sayDay(from)}`;
  return to ? `Until ${sayDay(to)}` : "Any time";
}

/** A day of a date field (`2026-11-24`, in the reader's zone) as its first or last instant. */
export function dayStart(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}
export function dayEnd(day: string): string {
  return new Date(`${day}T23:59:59.999`).toISOString();
}

/** An instant as a date field writes it, in the reader's zone. */
export function toDay(instant: string): string {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Another year than this one is named. */
function sayDay(instant: string): string {
  const date = new Date(instant);
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  return date.toLocaleDateString("en-GB", {
    ...{ day: "numeric", month: "short" },
    ...(isThisYear ? {} : { year: "numeric" }),
  });
}

function startOfDay(nowMs: number): string {
  const date = new Date(nowMs);
  date.setHours(0, 0, 0, 0);
  return date.toISOString();
}

/** Full minutes, so that the same press twice is the same list. */
function hoursBefore(nowMs: number, hours: number): string {
  return new Date(Math.floor(nowMs / 60_000) * 60_000 - hours * hourMs).toISOString();
}
