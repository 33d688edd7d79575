import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { workflowBlobs, workflowSchema } from "#contract/workflow.ts";
import { createHost } from "./create-host.ts";
import { serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

/*
 * How a process ends, and how it does not begin. Each test has a database file of its own.
 */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "baton-close-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function settingsOf(environment: Record<string, string> = {}) {
  const read = readSettings({
    PORT: "0",
    SANDBOX_DATA: join(folder, "sandbox.db"),
    SANDBOX_SEED: "empty",
    ...environment,
  });
  if (!read.ok) throw new Error(read.message);
  return read.settings;
}

const headers = { Authorization: "Bearer sandbox_close", "Content-Type": "application/json" };
const film = {
  $type: "videoGen",
  input: { engine: "wan", version: "v2.2", operation: "text-to-video", prompt: "sea" },
};
const slow = { $type: "imageGen", input: { engine: "flux", prompt: "a fox [slow]" } };

const submit = (origin: string, step: unknown, waitSeconds: number) =>
  new Request(`${origin}/v2/consumer/workflows?wait=${waitSeconds}`, {
    method: "POST",
    headers,
    body: JSON.stringify({ steps: [step] }),
  });

describe("closing", () => {
  it("lets the answers that are on their way come to their end first", async () => {
    const here = { isLoopback: true };
    const host = await createHost(settingsOf({ SANDBOX_SPEED: "1000" }));
    const made = await host.fetch(submit("http://127.0.0.1:4321", film, 30), here);
    const { blob } = workflowBlobs(workflowSchema.parse(await made?.json()))[0] ?? {};
    const { pathname } = new URL((await host.fetch(new Request(blob?.url ?? ""), here))?.headers.get("Location") ?? "");
    // The film is drawn at this first reading, and then stored.
    const reading = host.fetch(new Request(`http://127.0.0.1:4321${pathname}`), here);
    await host.close();
    expect((await reading)?.status).toBe(200);
  });

  it("cuts off who waits for the end of slow work", async () => {
    const { address, host, close } = await serve(settingsOf());
    const waiting = fetch(submit(address, slow, 90)).catch((error: Error) => error.message);
    await expect.poll(() => host.sandbox.services.store.workflows.count(1)).toBe(1);
    await close();
    expect(await waiting).toBe("fetch failed");
  });
});

describe("a second start", () => {
  it("leaves the work of the first alone when the port is taken", async () => {
    const first = await serve(settingsOf());
    const other = settingsOf({ PORT: new URL(first.address).port, SANDBOX_DATA: join(folder, "other", "sandbox.db") });
    await expect(serve(other)).rejects.toThrow("EADDRINUSE");
    expect(() => rmSync(join(folder, "other"), { recursive: true })).toThrow("ENOENT");
    await first.close();
  });
});
