import { useNow } from "./now.ts";
import { sayAgo, sayInstant } from "./say-time.ts";

/** How long ago something was, and exactly when on hover. */
export function TimeAgo({ at }: { at: string }) {
  const now = useNow();
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return <span className="text-muted">unknown</span>;
  return (
    <time dateTime={at} title={sayInstant(instant)} className="tabular whitespace-nowrap">
      {sayAgo(instant, now)}
    </time>
  );
}
