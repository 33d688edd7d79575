import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printOpenApi } from "#contract/openapi/openapi.ts";
import { operations } from "#contract/operations.ts";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { readSettings } from "./settings.ts";

describe("readSettings", () => {
  it("has a default for everything", () => {
    expect(readSettings({})).toEqual({
      ok: true,
      settings: {
        port: 4321,
        host: "127.0.0.1",
        database: ".data/sandbox.db",
        seed: "demo",
        speed: 1,
        urlTtlSeconds: 900,
        rateLimit: { perMinute: 600, burst: 100 },
        limits: { maxBodyBytes: 104_857_600, maxJsonDepth: 64, maxSteps: 100 },
        dialect: "guide",
        upstreams: ["https://orchestration.civitai.com"],
      },
    });
  });

  it("reads what is set", () => {
    const read = readSettings({
      PORT: "0",
      HOST: "0.0.0.0",
      SANDBOX_DATA: "/tmp/other.db",
      SANDBOX_SEED: "empty",
      SANDBOX_SPEED: "2.5",
      SANDBOX_URL_SECONDS: "2",
      SANDBOX_RATE_PER_MINUTE: "30",
      SANDBOX_RATE_BURST: "3",
      SANDBOX_MAX_BODY_BYTES: "1000",
      SANDBOX_MAX_JSON_DEPTH: "8",
      SANDBOX_MAX_STEPS: "5",
      SANDBOX_DIALECT: "hosted",
      RELAY_UPSTREAMS: "https://one.example, http://127.0.0.1:9/,",
    });
    expect(read).toEqual({
      ok: true,
      settings: {
        port: 0,
        host: "0.0.0.0",
        database: "/tmp/other.db",
        seed: "empty",
        speed: 2.5,
        urlTtlSeconds: 2,
        rateLimit: { perMinute: 30, burst: 3 },
        limits: { maxBodyBytes: 1000, maxJsonDepth: 8, maxSteps: 5 },
        dialect: "hosted",
        upstreams: ["https://one.example", "http://127.0.0.1:9"],
      },
    });
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["PORT", ""],
    ["SANDBOX_SEED", "full"],
    ["SANDBOX_SPEED", "0"],
    ["SANDBOX_URL_SECONDS", "0"],
    ["SANDBOX_RATE_PER_MINUTE", "0"],
    ["SANDBOX_RATE_BURST", "0.5"],
    ["SANDBOX_MAX_BODY_BYTES", "1 MiB"],
    ["SANDBOX_MAX_JSON_DEPTH", "0"],
    ["SANDBOX_MAX_STEPS", "-1"],
    ["SANDBOX_DIALECT", "klingon"],
    ["SANDBOX_CONTRACT", "openapi.json"],
    ["RELAY_UPSTREAMS", "orchestration.civitai.com"],
    ["RELAY_UPSTREAMS", "https://one.example/v2"],
  ])("refuses %s=%s and names it", (name, value) => {
    const read = readSettings({ [name]: value });
    expect(read).toMatchObject({ ok: false, message: expect.stringContaining(name) });
  });

  it("reads the document that SANDBOX_CONTRACT names, and says why one will not do", () => {
    const folder = mkdtempSync(join(tmpdir(), "baton-settings-"));
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return readSettings({ SANDBOX_CONTRACT: join(folder, name) });
    };
    const document = printOpenApi({ operations, stepTypes });
    expect(write("good.json", JSON.stringify(document))).toMatchObject({
      ok: true,
      settings: { publishedDocument: { openapi: "3.1.1" } },
    });
    expect(write("cut.json", "{")).toMatchObject({ ok: false, message: expect.stringContaining("read as JSON") });
    expect(write("other.json", "{}")).toMatchObject({ ok: false, message: expect.stringContaining("no step types") });
    rmSync(folder, { recursive: true });
  });

  it("has the defaults that the README tells", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const told = Object.fromEntries(
      Array.from(
        readme.matchAll(/^\| `(PORT|HOST|SANDBOX_(?!CONTRACT|DIALECT)\w+|RELAY_UPSTREAMS)` \| `([^`]*)`/gm),
      ).map(([, name, value]) => [name, value]),
    );
    expect(Object.keys(told)).toHaveLength(12);
    expect(readSettings(told)).toEqual(readSettings({}));
  });
});
