import { useNow } from "./now.ts";
import { sayAgo, sayInstant } from "./say-time.ts";

/** How long ago something was, and exactly when on hover. */
export function TimeAgo({ at }: { at: string }) {
  return <TimeSince at={at} nowMs={useNow()} />;
}

/** The same for a list, which looks at the clock once for all of its rows. */
export function TimeSince({ at, nowMs }: { at: string; nowMs: number }) {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return <span className="text-muted">unknown</span>;
  return (
    <time dateTime={at} title={sayInstant(instant)} className="tabular whitespace-nowrap">
      {sayAgo(instant, nowMs)}
    </time>
  );
}
