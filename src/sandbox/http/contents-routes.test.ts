import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { echo, flux, type HttpTrial, httpTrial, origin } from "./http-trial.ts";
import { DroppedConnection } from "./meet-fault.ts";

const path = "/_sandbox/database";
const workflows = "/v2/consumer/workflows";

let folder: string;
let trials: HttpTrial[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-contents-"));
  trials = [];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const { sandbox } of trials) await sandbox.close();
  rmSync(folder, { recursive: true });
});

/** A sandbox over a file of its own. */
function trialWithFile(name: string): HttpTrial {
  const trial = httpTrial({ database: join(folder, name) });
  trials.push(trial);
  return trial;
}

const idsOf = async ({ say }: HttpTrial) =>
  (await say("GET", workflows)).body.items.map(({ id }: { id: string }) => id) as string[];

describe("/_sandbox/database", () => {
  it("hands a sandbox on: what one exports, another one goes on with, accounts, money, files and time", async () => {
    const source = trialWithFile("source.db");
    const { id } = await source.submit({ steps: [flux("a fox")] });
    await source.pass(10);
    await source.submit({ steps: [flux("a hare [slow]")] });
    await source.say("POST", "/_sandbox/clock", { body: { advanceSeconds: 5 } });
    const exported = await source.say("GET", path, { token: null });
    expect(exported.status).toBe(200);
    expect(exported.headers.get("Content-Disposition")).toContain("sandbox.db");

    const target = trialWithFile("target.db");
    await target.submit({ steps: [echo] });
    expect((await target.say("PUT", path, { token: null, body: exported.bytes })).status).toBe(204);
    expect(await idsOf(target)).toEqual(await idsOf(source));
    expect((await target.say("GET", "/_sandbox/account")).body).toEqual(
      (await source.say("GET", "/_sandbox/account")).body,
    );
    expect((await target.say("GET", "/_sandbox/clock")).body.aheadSeconds).toBe(5);
    const { url } = (await target.say("GET", `${workflows}/${id}`)).body.steps[0].output.images[0];
    const { headers } = await target.say("GET", url, { token: null });
    expect((await target.say("GET", headers.get("Location") ?? "", { token: null })).status).toBe(200);
    await target.pass(90);
    const statuses = (await target.say("GET", workflows)).body.items.map(({ status }: { status: string }) => status);
    expect(statuses).toEqual(["succeeded", "succeeded"]);
    expect(readdirSync(folder).filter((name) => name.includes("incoming"))).toEqual([]);
  });

  it("leaves no copy lying about, whoever asks for one and does not read it", async () => {
    vi.stubEnv("TMPDIR", folder);
    const trial = trialWithFile("own.db");
    expect((await trial.say("HEAD", path)).status).toBe(200);
    await trial.sandbox.fetch(new Request(new URL(path, origin)));
    expect((await trial.say("GET", path)).bytes.length).toBeGreaterThan(10_000);
    expect(readdirSync(folder).filter((name) => !name.startsWith("own.db"))).toEqual([]);
  });

  it("lets those who wait for work of the old file go, and answers them", async () => {
    const source = trialWithFile("source.db");
    const { bytes } = await source.say("GET", path);
    const target = trialWithFile("target.db");
    const { id } = await target.submit({ steps: [flux("a fox [slow]")] });
    const waiting = target.say("GET", `${workflows}/${id}?wait=90`);
    expect((await target.say("PUT", path, { body: bytes })).status).toBe(204);
    expect((await waiting).status).toBe(202);
    expect((await target.say("GET", `${workflows}/${id}`)).status).toBe(404);
  });

  it("400: refuses what is no database of a sandbox, and goes on with its own", async () => {
    const trial = trialWithFile("own.db");
    const { id } = await trial.submit({ steps: [echo] });
    for (const body of ["hello", ""]) {
      const answer = await trial.say("PUT", path, { body });
      expect(answer.status).toBe(400);
      expect(answer.body.detail).toMatch(/^The file/);
    }
    expect(await idsOf(trial)).toEqual([id]);
    expect(readdirSync(folder).filter((name) => name.includes("incoming"))).toEqual([]);
  });

  it("400: refuses a damaged file", async () => {
    const source = trialWithFile("source.db");
    for (let count = 0; count < 20; count += 1) await source.submit({ steps: [flux(`fox ${count}`.repeat(500))] });
    const { bytes } = await source.say("GET", path);
    bytes.fill(7, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 20_000);
    writeFileSync(join(folder, "damaged.db"), bytes);
    expect((await trialWithFile("own.db").say("PUT", path, { body: bytes })).status).toBe(400);
  });

  it("409: puts one of two files that come at once in place, whole, and says so to the other", async () => {
    const [one, other] = [trialWithFile("one.db"), trialWithFile("other.db")];
    const ids = [(await one.submit({ steps: [echo] })).id, (await other.submit({ steps: [echo] })).id];
    const files = [(await one.say("GET", path)).bytes, (await other.say("GET", path)).bytes];
    const target = trialWithFile("target.db");
    for (const second of [files[1], "no database"]) {
      const bodies = [files[0], second];
      const answers = await Promise.all(bodies.map((body) => target.say("PUT", path, { body })));
      const placed = answers.findIndex(({ status }) => status === 204);
      expect(await idsOf(target)).toEqual([ids[placed]]);
      expect(answers[1 - placed]?.status).toBeGreaterThanOrEqual(400);
      expect(readdirSync(folder).filter((name) => name.includes("incoming"))).toEqual([]);
    }
  });

  it("leaves nothing lying about of a file that was on its way when the process was killed", () => {
    for (const name of ["own.db.incoming-1", "own.db.incoming-1-wal", "other.db.incoming-1"]) {
      writeFileSync(join(folder, name), "half a file");
    }
    trialWithFile("own.db");
    expect(readdirSync(folder).filter((name) => name.includes("incoming"))).toEqual(["other.db.incoming-1"]);
  });

  it("does not wait for a request that an armed fault lets hang", async () => {
    const { bytes } = await trialWithFile("source.db").say("GET", path);
    const target = trialWithFile("target.db");
    await target.say("POST", "/_sandbox/faults", { body: { kind: "hang", times: 1 } });
    const hanging = target.say("GET", workflows);
    expect((await target.say("PUT", path, { body: bytes })).status).toBe(204);
    await expect(hanging).rejects.toThrow(DroppedConnection);
  });

  it("409: a sandbox in memory has no file to be replaced", async () => {
    const { bytes } = await trialWithFile("source.db").say("GET", path);
    expect((await httpTrial().say("PUT", path, { body: bytes })).status).toBe(409);
  });

  it("403: answers callers of this machine only, and no foreign page", async () => {
    const { say } = trialWithFile("own.db");
    expect((await say("GET", path, { peer: { isLoopback: false } })).status).toBe(403);
    expect((await say("PUT", path, { body: "x", headers: { Origin: "https://evil.example" } })).status).toBe(403);
  });
});

describe("POST /_sandbox/reset", () => {
  const reset = "/_sandbox/reset";

  it("200: throws away what the account has, and nothing of others", async () => {
    const trial = httpTrial();
    const callbacks = [{ url: "https://hooks.example/done", type: ["workflow:*"] }];
    await trial.submit({ steps: [flux("a fox")], tags: ["fox"], externalId: "once", callbacks });
    const other = await trial.submit({ steps: [echo] }, { token: "sandbox_other" });
    const { status, body } = await trial.say("POST", reset, { body: { seed: "empty" } });
    expect(status).toBe(200);
    expect(body.balances).toEqual({ blue: 500, green: 1000, yellow: 2000 });
    expect(body.entries).toHaveLength(3);
    expect(await idsOf(trial)).toEqual([]);
    expect((await trial.say("GET", "/_sandbox/callbacks")).body.items).toEqual([]);
    expect((await trial.say("GET", workflows, { token: "sandbox_other" })).body.items[0].id).toBe(other.id);
    // The key is free again: nothing of the old workflow is left.
    const again = await trial.say("POST", workflows, { body: { steps: [echo], externalId: "once" } });
    expect(again.status).toBe(202);
  });

  it("200: begins anew with the demo data", async () => {
    const { say, submit } = httpTrial();
    const { id } = await submit({ steps: [echo] });
    expect((await say("POST", reset, { body: { seed: "demo" } })).status).toBe(200);
    const { items } = (await say("GET", `${workflows}?take=1000`)).body;
    expect(items.length).toBeGreaterThan(50);
    expect(items.map((item: { id: string }) => item.id)).not.toContain(id);
  }, 60_000);

  it("200: tells those who wait that their workflow is gone", async () => {
    const { say, submit } = httpTrial();
    const { id } = await submit({ steps: [flux("a fox [slow]")] });
    const waiting = say("GET", `${workflows}/${id}?wait=90`);
    await say("POST", reset, { body: { seed: "empty" } });
    expect((await waiting).status).toBe(404);
  });

  it("400: knows demo and empty only", async () => {
    expect((await httpTrial().say("POST", reset, { body: { seed: "full" } })).status).toBe(400);
  });

  it("401: asks for a token", async () => {
    expect((await httpTrial().say("POST", reset, { token: null, body: { seed: "empty" } })).status).toBe(401);
  });
});
