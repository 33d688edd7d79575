import type { Clock } from "../clock.ts";
import { type ProblemReply, problem } from "./problems.ts";

/** Counts the requests of each account: a bucket of `burst` requests that fills at `perMinute`. */
export type RateLimit = {
  /** Take one request out of the account's bucket. */
  take(accountId: number): { headers: Record<string, string>; refused?: ProblemReply };
};

type Bucket = { tokens: number; at: number };

export function createRateLimit(
  clock: Clock,
  { perMinute, burst }: { perMinute: number; burst: number },
  /** How the limit is called in its headers. */
  name: string,
): RateLimit {
  const buckets = new Map<number, Bucket>();
  const perMs = perMinute / 60_000;
  const policy = `"${name}";q=${burst};w=${Math.ceil((burst / perMinute) * 60)}`;

  /** What the bucket holds now. A clock that was set back fills nothing and takes nothing. */
  function levelOf({ tokens, at }: Bucket, now: number): number {
    return Math.min(burst, tokens + Math.max(0, now - at) * perMs);
  }

  return {
    take(accountId) {
      const now = clock.now();
      const level = levelOf(buckets.get(accountId) ?? { tokens: burst, at: now }, now);
      const isAllowed = level >= 1;
      const left = isAllowed ? level - 1 : level;
      buckets.set(accountId, { tokens: left, at: now });
      const fullInSeconds = Math.ceil((burst - left) / perMs / 1000);
      const headers = {
        RateLimit: `"${name}";r=${Math.floor(left)};t=${fullInSeconds}`,
        "RateLimit-Policy": policy,
      };
      if (isAllowed) return { headers };
      const retryAfterSeconds = Math.max(1, Math.ceil((1 - left) / perMs / 1000));
      const refused = problem(429, `Too many requests; come back in ${retryAfterSeconds} s.`);
      return { headers, refused: { ...refused, headers: { ...headers, "Retry-After": `${retryAfterSeconds}` } } };
    },
  };
}
