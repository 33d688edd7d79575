import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { maxUploadBytes } from "#contract/blob-operations.ts";
import { blobs, follow, nobody } from "./blob-trial.ts";
import { type HttpTrial, httpTrial } from "./http-trial.ts";

const aPng = async () =>
  new Uint8Array(
    await sharp({ create: { width: 30, height: 20, channels: 3, background: "teal" } })
      .png()
      .toBuffer(),
  );

describe("GET /v2/consumer/blobs/upload", () => {
  it("200: gives a presigned URL", async () => {
    const { body } = await httpTrial().say("GET", `${blobs}/upload`);
    expect(body.expiresAt).toBe("2026-11-24T10:15:00.000Z");
    expect(body.uploadUrl).toContain("http://127.0.0.1:4321/v2/consumer/blobs?");
  });

  it("403: refuses a token that may only read", async () => {
    const { say } = httpTrial();
    await say("POST", "/_sandbox/accounts", { body: { token: "sandbox_reader", permissions: { write: false } } });
    expect((await say("GET", `${blobs}/upload`, { token: "sandbox_reader" })).status).toBe(403);
  });
});

describe("POST /v2/consumer/blobs", () => {
  const presigned = async ({ say }: HttpTrial) => (await say("GET", `${blobs}/upload`)).body.uploadUrl;

  it("201: takes raw bytes by a presigned URL, and they can be an input", async () => {
    const trial = httpTrial();
    const uploaded = await trial.say("POST", await presigned(trial), { ...nobody, body: await aPng() });
    expect(uploaded).toMatchObject({ status: 201, body: { type: "image", available: true, width: 30, height: 20 } });
    const input = { image: uploaded.body.url, output: { format: "webp" } };
    const { id } = await trial.submit({ steps: [{ $type: "convertImage", input }] });
    await trial.pass(10);
    const { body } = await trial.say("GET", `/v2/consumer/workflows/${id}`);
    expect(body.status).toBe("succeeded");
    const { bytes } = await follow(trial, body.steps[0].output.blob.url);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 30, height: 20 });
  });

  it("201: takes them from a bearer as well", async () => {
    expect((await httpTrial().say("POST", blobs, { body: await aPng() })).status).toBe(201);
  });

  it("400: refuses no bytes", async () => {
    expect((await httpTrial().say("POST", blobs, { body: new Uint8Array() })).status).toBe(400);
  });

  it("401: refuses who has neither a bearer nor a signature, and a signature for another account", async () => {
    const trial = httpTrial();
    const url = (await presigned(trial)).replace(/account=\d+/, "account=99");
    const saying = { ...nobody, body: await aPng() };
    expect((await trial.say("POST", blobs, saying)).status).toBe(401);
    expect((await trial.say("POST", url, saying)).status).toBe(401);
  });

  it("403: refuses an expired URL", async () => {
    const trial = httpTrial();
    const url = await presigned(trial);
    trial.clock.advance(15 * 60);
    expect((await trial.say("POST", url, { ...nobody, body: await aPng() })).status).toBe(403);
  });

  it("413: refuses more than 64 MiB, also when the length was not said", async () => {
    const { sandbox, say } = httpTrial();
    const chunk = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += chunk.length;
        controller.enqueue(chunk);
      },
    });
    const headers = { Authorization: "Bearer sandbox_trial" };
    const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    expect((await sandbox.fetch(new Request(`http://127.0.0.1${blobs}`, init))).status).toBe(413);
    expect(sent).toBeLessThan(maxUploadBytes + 4 * chunk.length);
    const said = { headers: { "Content-Length": String(maxUploadBytes + 1) }, body: await aPng() };
    expect((await say("POST", blobs, said)).status).toBe(413);
  });

  it("415: refuses bytes of another kind, whatever their Content-Type says", async () => {
    const body = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>");
    const answer = await httpTrial().say("POST", blobs, { body, headers: { "Content-Type": "image/png" } });
    expect(answer.status).toBe(415);
  });
});
