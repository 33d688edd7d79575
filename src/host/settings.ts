import { readFileSync } from "node:fs";
import { z } from "zod";
import { errorsOf } from "#contract/problem.ts";
import { readPublishedSteps } from "#contract/published/published-steps.ts";
import { type DialectName, dialectNames } from "#sandbox/dialect/dialect.ts";
import { defaultLimits, defaultRateLimit, type Limits, type SandboxOptions } from "#sandbox/options.ts";

/** What the process was told by its environment; the README's table says it for people. */
export type Settings = {
  port: number;
  host: string;
  /** Path of the sandbox's SQLite file. */
  database: string;
  /** What a new database holds. */
  seed: "demo" | "empty";
  /** 20 = work takes a twentieth of its time. */
  speed: number;
  /** How long the sandbox's links to files last. */
  urlTtlSeconds: number;
  /** How often an account may ask: requests a minute, and how many at once. */
  rateLimit: SandboxOptions["rateLimit"];
  /** What a request may be at the most. */
  limits: Limits;
  /** As the guide says, or as the hosted API was seen to answer. */
  dialect: DialectName;
  /** A published OpenAPI document whose step types the sandbox offers as well. */
  publishedDocument?: unknown;
  /** Origins that the relay passes on to. */
  upstreams: string[];
};

const number = (bounds: z.ZodNumber) =>
  z
    .string()
    .regex(/^\s*\d+(\.\d+)?\s*$/, "Write a number.")
    .transform(Number)
    .pipe(bounds);

const origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "") return url.origin;
  context.addIssue(`"${text}" is no origin; write one such as https://orchestration.civitai.com.`);
  return z.NEVER;
});

/** The document at a path, read; empty is none. */
const publishedDocument = z.string().transform((path, context) => {
  if (path === "") return undefined;
  try {
    const document: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (readPublishedSteps(document).size > 0) return document;
    context.addIssue(`"${path}" is no OpenAPI document of an orchestrator: it describes no step types.`);
  } catch (error) {
    context.addIssue(`"${path}" can't be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return z.NEVER;
});

/** A body is parsed as one text, and a text of JavaScript is no longer than this. */
const maxBodyBytesAtMost = 512 * 1024 * 1024;

const environmentSchema = z.object({
  PORT: number(z.number().int().min(0).max(65_535)).default(4321),
  HOST: z.string().min(1).default("127.0.0.1"),
  SANDBOX_DATA: z.string().min(1).default(".data/sandbox.db"),
  SANDBOX_SEED: z.enum(["demo", "empty"]).default("demo"),
  SANDBOX_SPEED: number(z.number().positive().max(1_000_000)).default(1),
  SANDBOX_URL_SECONDS: number(z.number().min(1).max(86_400)).default(900),
  SANDBOX_RATE_PER_MINUTE: number(z.number().positive().max(10_000_000)).default(defaultRateLimit.perMinute),
  SANDBOX_RATE_BURST: number(z.number().int().min(1).max(10_000_000)).default(defaultRateLimit.burst),
  SANDBOX_MAX_BODY_BYTES: number(z.number().int().min(1).max(maxBodyBytesAtMost)).default(defaultLimits.maxBodyBytes),
  SANDBOX_MAX_JSON_DEPTH: number(z.number().int().min(1).max(1_000)).default(defaultLimits.maxJsonDepth),
  SANDBOX_MAX_STEPS: number(z.number().int().min(1).max(10_000)).default(defaultLimits.maxSteps),
  SANDBOX_CONTRACT: publishedDocument.optional(),
  SANDBOX_DIALECT: z.preprocess((text) => (text === "" ? undefined : text), z.enum(dialectNames).default("guide")),
  RELAY_UPSTREAMS: z
    .string()
    .transform((list) => list.split(",").map((item) => item.trim()))
    .transform((list) => list.filter((item) => item !== ""))
    .pipe(z.array(origin))
    .default(["https://orchestration.civitai.com"]),
});

/** The settings, or what is wrong with which variable, in words for the one who set it. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): { ok: true; settings: Settings } | { ok: false; message: string } {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) {
    const faults = Object.entries(errorsOf(read.error.issues)).map(
      ([name, messages]) => `${name}: ${messages.join(" ")}`,
    );
    return { ok: false, message: `The settings are not valid.\n${faults.join("\n")}` };
  }
  const { PORT, HOST, SANDBOX_DATA, SANDBOX_SEED, SANDBOX_SPEED } = read.data;
  const { SANDBOX_URL_SECONDS, SANDBOX_CONTRACT, SANDBOX_DIALECT, RELAY_UPSTREAMS } = read.data;
  return {
    ok: true,
    settings: {
      port: PORT,
      host: HOST,
      database: SANDBOX_DATA,
      seed: SANDBOX_SEED,
      speed: SANDBOX_SPEED,
      urlTtlSeconds: SANDBOX_URL_SECONDS,
      rateLimit: { perMinute: read.data.SANDBOX_RATE_PER_MINUTE, burst: read.data.SANDBOX_RATE_BURST },
      limits: {
        maxBodyBytes: read.data.SANDBOX_MAX_BODY_BYTES,
        maxJsonDepth: read.data.SANDBOX_MAX_JSON_DEPTH,
        maxSteps: read.data.SANDBOX_MAX_STEPS,
      },
      dialect: SANDBOX_DIALECT,
      ...(SANDBOX_CONTRACT === undefined ? {} : { publishedDocument: SANDBOX_CONTRACT }),
      upstreams: RELAY_UPSTREAMS,
    },
  };
}

/** The environment of this process: the only place that reads it. */
export function processEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
