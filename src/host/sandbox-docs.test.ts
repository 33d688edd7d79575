import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as civitai from "@civitai/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/*
 * What docs/sandbox.md tells people to type is typed here: every curl command in its order, and the client's code.
 */
const root = new URL("../..", import.meta.url);
const text = readFileSync(new URL("docs/sandbox.md", root), "utf8");
const blocks = (language: string) =>
  Array.from(text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g")), ([, block]) => block ?? "");
const commands = blocks("sh").filter((block) => block.startsWith("curl "));
const printed = "http://127.0.0.1:4321";
const hasCurl = spawnSync("curl", ["--version"]).status === 0;

let folder: string;
let address: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-docs-"));
  const child = spawn(process.execPath, ["--import", "tsx", "src/host/start-sandbox.ts"], {
    cwd: root,
    env: {
      ...process.env,
      PORT: "0",
      SANDBOX_DATA: join(folder, "own.db"),
      SANDBOX_SEED: "empty",
      SANDBOX_SPEED: "100",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  stop = async () => {
    child.kill();
    await exited;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    address = /^Sandbox: (\S+)$/.exec(line)?.[1] ?? "";
    break;
  }
}, 60_000);
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

describe("docs/sandbox.md", () => {
  it("is read as it is meant", () => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(commands.length).toBeGreaterThan(10);
  });

  it.skipIf(!hasCurl)(
    "has curl commands of which each is answered",
    () => {
      for (const command of commands) {
        const { status, stderr, stdout } = spawnSync("bash", ["-c", command.replaceAll(printed, address)], {
          cwd: folder,
          encoding: "utf8",
        });
        expect({ command, status, stderr, stdout }).toMatchObject({ status: 0 });
      }
    },
    120_000,
  );

  it("has code for the vendor's client that prices and runs", async () => {
    const [code = ""] = blocks("js");
    const said: string[] = [];
    const body = code
      .replace(/^import (.*) from "@civitai\/client";/m, "const $1 = civitai;")
      .replaceAll(printed, address);
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
    await new AsyncFunction("civitai", "console", body)(civitai, {
      log: (...words: unknown[]) => said.push(words.join(" ")),
    });
    expect(said[0]).toBe("costs 10 Buzz");
    expect(said[1]).toMatch(/^succeeded http:\/\/127\.0\.0\.1/);
  }, 60_000);
});
