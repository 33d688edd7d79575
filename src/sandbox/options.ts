import type { Clock } from "./clock.ts";
import type { DialectName } from "./dialect/dialect.ts";

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
  /** What a request may be at the most; what is not said is as in `defaultLimits`. */
  limits?: Partial<Limits>;
  /** How long the links to files last, in seconds; 15 minutes when not given. */
  urlTtlSeconds?: number;
  /** A published OpenAPI document, whose step types and variants are offered beside the built-in ones. */
  publishedDocument?: unknown;
  /** How events are sent to callbacks, and how long a receiver may take to answer, in real milliseconds. */
  callbacks?: { send?: SendCallback; answerWithinMs?: number };
  /** Whether it answers as the guide says, which is so where nothing is said, or as the hosted API does. */
  dialect?: DialectName;
};

/** How long the JSON of a request may be, how deep it may be nested, and how many steps a workflow may have. */
export type Limits = { maxBodyBytes: number; maxJsonDepth: number; maxSteps: number };

/**
 * JSON may carry media as data URLs, so it may be long. The depth is that of .NET's reader: what goes deeper is no work
 * for anybody, but exhausts whoever walks through it.
 */
export const defaultLimits: Limits = { maxBodyBytes: 100 * 1024 * 1024, maxJsonDepth: 64, maxSteps: 100 };

/** The limits that hold in a sandbox of these options. */
export function limitsOf({ limits }: Pick<SandboxOptions, "limits">): Limits {
  return { ...defaultLimits, ...limits };
}

export const defaultRateLimit = { perMinute: 600, burst: 100 };
