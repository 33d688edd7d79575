import type { Clock } from "./clock.ts";

/** How an event is sent to a callback: `fetch`, or what stands in its place where nothing may leave the machine. */
export type SendCallback = (url: string, init: RequestInit) => Promise<Response>;

/** What a sandbox can be told. The host reads the environment; tests say what they need. */
export type SandboxOptions = {
  /** Path of the SQLite file, or ":memory:". */
  database: string;
  clock: Clock;
  /** 20 = work takes a twentieth of its time. */
  speed: number;
  /** Whether work goes on by itself in real time. Tests on the manual clock move it by `idle()` and the clock. */
  running: boolean;
  /** Requests a minute, and how many at once, per account. */
  rateLimit: { perMinute: number; burst: number };
  /** How long the links to files last, in seconds; 15 minutes when not given. */
  urlTtlSeconds?: number;
  /** A published OpenAPI document, whose step types and variants are offered beside the built-in ones. */
  publishedDocument?: unknown;
  /** How events are sent to callbacks, and how long a receiver may take to answer, in real milliseconds. */
  callbacks?: { send?: SendCallback; answerWithinMs?: number };
};

export const defaultRateLimit = { perMinute: 600, burst: 100 };
