import { useNow } from "./now.ts";
import { sayDuration } from "./say-time.ts";

export type DurationProps = { fromAt?: string | null | undefined; toAt?: string | null | undefined };

/** How long something took, or has been going on for. */
export function Duration({ fromAt, toAt }: DurationProps) {
  const now = useNow();
  if (!fromAt) return <span className="text-subtle">–</span>;
  const end = toAt ? Date.parse(toAt) : now;
  return <span className="tabular whitespace-nowrap">{sayDuration(end - Date.parse(fromAt))}</span>;
}
