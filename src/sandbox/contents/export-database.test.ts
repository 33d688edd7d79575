import { readdirSync, readlinkSync } from "node:fs";
import { platform } from "node:os";
import { afterEach, describe, expect, it, vi } from "vitest";
import { echo, httpTrial, origin } from "../http/http-trial.ts";

const path = "/_sandbox/database";

/** The copies that this process has open, as the kernel tells them. */
function openCopies(): string[] {
  return readdirSync("/proc/self/fd").flatMap((descriptor) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${descriptor}`);
      return file.includes("sandbox-export-") ? [file] : [];
    } catch {
      // The one that the folder itself was read by.
      return [];
    }
  });
}

/** A sandbox that is asked for a copy, of which nothing was read yet. */
async function askedForCopy(signal?: AbortSignal) {
  const { sandbox, submit } = httpTrial();
  await submit({ steps: [echo] });
  const response = await sandbox.fetch(new Request(new URL(path, origin), { signal }));
  expect(response.status).toBe(200);
  return response;
}

afterEach(() => vi.useRealTimers());

describe.skipIf(platform() !== "linux")("a copy of the database", () => {
  it("is open until it is read", async () => {
    const response = await askedForCopy();
    expect(openCopies()).toHaveLength(1);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
    await expect.poll(openCopies).toEqual([]);
  });

  it("is let go by who reads nothing of it", async () => {
    const response = await askedForCopy();
    await response.body?.cancel();
    await expect.poll(openCopies).toEqual([]);
  });

  it("is let go by who reads a part of it", async () => {
    const response = await askedForCopy();
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await expect.poll(openCopies).toEqual([]);
  });

  it("is let go when its reader goes away", async () => {
    const reader = new AbortController();
    await askedForCopy(reader.signal);
    expect(openCopies()).toHaveLength(1);
    reader.abort();
    await expect.poll(openCopies).toEqual([]);
  });

  it("is let go when nobody reads it for a minute", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await askedForCopy();
    vi.advanceTimersByTime(59_000);
    expect(openCopies()).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    await expect.poll(openCopies).toEqual([]);
  });

  it("is not even made for a HEAD", async () => {
    const { sandbox } = httpTrial();
    expect((await sandbox.fetch(new Request(new URL(path, origin), { method: "HEAD" }))).status).toBe(200);
    expect(openCopies()).toEqual([]);
  });
});
