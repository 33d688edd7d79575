import { type ManualClock, manualClock } from "../clock.ts";
import { createSandbox, type Sandbox } from "../create-sandbox.ts";
import { defaultRateLimit, type SandboxOptions } from "../options.ts";
import type { AppOptions } from "./create-app.ts";
import type { Peer } from "./incoming.ts";

/** What a test says of a request, beyond its method and path. `token: null` sends none. */
export type Saying = {
  token?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
  peer?: Peer;
  signal?: AbortSignal;
};

/** What came back. `body` is the parsed JSON, or the text of anything else. */
// biome-ignore lint/suspicious/noExplicitAny: tests read answers as a foreign client does, without our types.
export type Heard = { status: number; headers: Headers; body: any; bytes: Uint8Array };

/** A sandbox on a manual clock, asked over requests only. */
export type HttpTrial = {
  sandbox: Sandbox;
  clock: ManualClock;
  say(method: string, path: string, saying?: Saying): Promise<Heard>;
  /** Submit a workflow, and answer what came back. */
  submit(body: unknown, saying?: Saying & { query?: string }): Promise<Heard["body"]>;
  /** Let time pass and do the work that comes due in it. */
  pass(seconds: number): Promise<void>;
};

export const origin = "http://127.0.0.1:4321";
export const echo = { $type: "echo", input: { message: "hello" } };
export const flux = (prompt: string, input: object = {}) => ({
  $type: "imageGen",
  input: { engine: "flux", prompt, width: 256, height: 256, ...input },
});

export function httpTrial(options: Partial<SandboxOptions> = {}, app?: Partial<AppOptions>): HttpTrial {
  const clock = manualClock("2026-11-24T10:00:00.000Z");
  const sandbox = createSandbox(
    {
      ...{ database: ":memory:", clock, speed: 1, running: false, rateLimit: defaultRateLimit },
      // Nothing leaves the machine in a test that does not say so.
      callbacks: { send: async () => new Response(null, { status: 204 }) },
      ...options,
    },
    app,
  );
  const trial: HttpTrial = {
    sandbox,
    clock,
    async say(method, path, { token = "sandbox_trial", body, headers = {}, peer, signal } = {}) {
      const isRaw = typeof body === "string" || body instanceof Uint8Array;
      const request = new Request(new URL(path, origin), {
        method,
        headers: {
          ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
          ...(body === undefined || isRaw ? {} : { "Content-Type": "application/json" }),
          ...headers,
        },
        body: body === undefined ? undefined : isRaw ? new Blob([body as string]) : JSON.stringify(body),
        signal,
      });
      return hear(await sandbox.fetch(request, peer));
    },
    async submit(body, { query = "", ...saying } = {}) {
      const heard = await trial.say("POST", `/v2/consumer/workflows${query}`, { body, ...saying });
      if (heard.status >= 300) throw new Error(`Refused: ${JSON.stringify(heard.body)}`);
      return heard.body;
    },
    async pass(seconds) {
      for (let passed = 0; passed < seconds; passed += 1) {
        clock.advance(1);
        await sandbox.idle();
      }
    },
  };
  return trial;
}

async function hear(response: Response): Promise<Heard> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const isJson = text !== "" && /json/.test(response.headers.get("Content-Type") ?? "");
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text, bytes };
}
