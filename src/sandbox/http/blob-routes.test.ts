import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { maxUploadBytes } from "#contract/blob-operations.ts";
import { flux, type HttpTrial, httpTrial } from "./http-trial.ts";

const blobs = "/v2/consumer/blobs";
const nobody = { token: null };

/** A trial with one picture that is there, its blob as the workflow tells it, and how to read it again. */
async function withPicture(prompt = "a fox", more: object = {}) {
  const trial = httpTrial();
  const { id } = await trial.submit({ steps: [flux(prompt)], ...more });
  await trial.pass(10);
  const read = async () => (await trial.say("GET", `/v2/consumer/workflows/${id}`)).body.steps[0].output.images[0];
  return { ...trial, id, read, blob: await read() };
}

/** Follow a blob's link to its bytes, as a browser does. */
async function follow({ say }: HttpTrial, url: string, headers: Record<string, string> = {}) {
  const redirect = await say("GET", url, nobody);
  return say("GET", redirect.headers.get("Location") ?? "", { ...nobody, headers });
}

const aPng = async () =>
  new Uint8Array(
    await sharp({ create: { width: 30, height: 20, channels: 3, background: "teal" } })
      .png()
      .toBuffer(),
  );

describe("GET /v2/consumer/blobs/{blobId}", () => {
  it("308: leads to the bytes without a bearer, by a link that is signed", async () => {
    const trial = await withPicture();
    const redirect = await trial.say("GET", trial.blob.url, nobody);
    expect(redirect.status).toBe(308);
    const content = await follow(trial, trial.blob.url);
    expect(content.status).toBe(200);
    expect(await sharp(content.bytes).metadata()).toMatchObject({ format: "jpeg", width: 256, height: 256 });
  });

  it("308: leads the bearer of the account there without a signature", async () => {
    const { say, blob } = await withPicture();
    expect((await say("GET", `${blobs}/${blob.id}`)).status).toBe(308);
  });

  it("401: refuses who has neither, and a signature of another blob", async () => {
    const { say, blob } = await withPicture();
    const { search } = new URL(blob.url);
    const other = await withPicture();
    expect((await say("GET", `${blobs}/${blob.id}`, nobody)).status).toBe(401);
    expect((await say("GET", `${blobs}/${other.blob.id}${search}`, nobody)).status).toBe(401);
  });

  it("403: refuses a link 15 minutes later; reading again gives a fresh one", async () => {
    const { say, blob, clock, read } = await withPicture();
    clock.advance(15 * 60);
    expect((await say("GET", blob.url, nobody)).status).toBe(403);
    expect((await say("GET", (await read()).url, nobody)).status).toBe(308);
  });

  it("403: refuses a blob above the rating that was asked for", async () => {
    const { say, blob } = await withPicture("a fox [rated:x]", { allowMatureContent: true });
    expect((await say("GET", `${blob.url}&nsfwLevel=r`, nobody)).status).toBe(403);
    expect((await say("GET", `${blob.url}&nsfwLevel=x`, nobody)).status).toBe(308);
  });

  it("404: never serves what is withheld, to anybody, until it is released", async () => {
    const { say, blob, id, read } = await withPicture("a fox [rated:x]");
    expect(blob).toMatchObject({ available: false, blockedReason: "MatureContent" });
    expect((await say("GET", `${blobs}/${blob.id}`)).status).toBe(404);
    await say("PUT", `/v2/consumer/workflows/${id}`, { body: { allowMatureContent: true } });
    expect((await say("GET", (await read()).url, nobody)).status).toBe(308);
  });

  it("404: knows no blob of another account", async () => {
    const { say, blob } = await withPicture();
    expect((await say("GET", `${blobs}/${blob.id}`, { token: "sandbox_other" })).status).toBe(404);
  });
});

describe("HEAD /v2/consumer/blobs/{blobId}", () => {
  it("204: says that a blob is there", async () => {
    const { say, blob } = await withPicture();
    expect((await say("HEAD", blob.url, nobody)).status).toBe(204);
  });

  it("401, 404: says why not", async () => {
    const { say, blob } = await withPicture();
    expect((await say("HEAD", `${blobs}/${blob.id}`, nobody)).status).toBe(401);
    expect((await say("HEAD", `${blobs}/NONE`)).status).toBe(404);
  });
});

describe("GET /v2/consumer/blobs/content/{encryptedToken}", () => {
  it("200: may be kept, can do nothing, and tells its rating", async () => {
    const trial = await withPicture();
    const { headers } = await follow(trial, trial.blob.url);
    expect(headers.get("Cache-Control")).toMatch(/^private, immutable, max-age=\d+$/);
    expect(headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("x-nsfw-level")).toBe("pg");
  });

  it("200: draws a picture once when many look at once, and the same after that", async () => {
    const trial = await withPicture();
    const answers = await Promise.all([1, 2, 3, 4].map(() => follow(trial, trial.blob.url)));
    const later = await follow(trial, trial.blob.url);
    for (const { bytes } of answers) expect(bytes).toEqual(later.bytes);
  });

  it("200: shows a small copy by the preview link, at most 450 px", async () => {
    const trial = httpTrial();
    const { id } = await trial.submit({ steps: [flux("a fox", { width: 1536, height: 1024 })] });
    await trial.pass(10);
    const [image] = (await trial.say("GET", `/v2/consumer/workflows/${id}`)).body.steps[0].output.images;
    const { bytes } = await trial.say("GET", image.previewUrl, nobody);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 450, height: 300 });
  });

  it.each([
    ["filename=fox.jpg", "inline; filename*=UTF-8''fox.jpg"],
    ["filename=%C3%BC%2F%22x.jpg&download=true", "attachment; filename*=UTF-8''%C3%BC_%22x.jpg"],
    ["download=true", "attachment"],
  ])("200: is saved as %s says", async (query, disposition) => {
    const trial = await withPicture();
    const { headers } = await follow(trial, `${trial.blob.url}&${query}`);
    expect(headers.get("Content-Disposition")).toBe(disposition);
  });

  it("206: answers the part that was asked for", async () => {
    const trial = await withPicture();
    const whole = (await follow(trial, trial.blob.url)).bytes;
    const part = await follow(trial, trial.blob.url, { Range: "bytes=2-5" });
    expect(part.status).toBe(206);
    expect(part.headers.get("Content-Range")).toBe(`bytes 2-5/${whole.length}`);
    expect(part.bytes).toEqual(whole.subarray(2, 6));
  });

  it("403: refuses an expired link, and one that was tampered with", async () => {
    const { say, blob, clock } = await withPicture();
    const location = (await say("GET", blob.url, nobody)).headers.get("Location") ?? "";
    expect((await say("GET", location.replace("/content/", "/content/W"), nobody)).status).toBe(403);
    clock.advance(15 * 60);
    expect((await say("GET", location, nobody)).status).toBe(403);
  });

  it("404: serves nothing of a deleted workflow", async () => {
    const { say, blob, id } = await withPicture();
    const location = (await say("GET", blob.url, nobody)).headers.get("Location") ?? "";
    await say("DELETE", `/v2/consumer/workflows/${id}`);
    expect((await say("GET", location, nobody)).status).toBe(404);
  });

  it("416: refuses a part beyond the end", async () => {
    const trial = await withPicture();
    const answer = await follow(trial, trial.blob.url, { Range: "bytes=99999999-" });
    expect(answer.status).toBe(416);
    expect(answer.headers.get("Content-Range")).toMatch(/^bytes \*\/\d+$/);
  });
});

describe("POST /v2/consumer/blobs/{blobId}/refresh", () => {
  it("200: gives a fresh link", async () => {
    const { say, blob, clock } = await withPicture();
    clock.advance(20 * 60);
    const fresh = await say("POST", `${blobs}/${blob.id}/refresh`);
    expect(fresh).toMatchObject({ status: 200, body: { id: blob.id, available: true, width: 256 } });
    expect((await say("GET", fresh.body.url, nobody)).status).toBe(308);
  });

  it("200: gives no link to what is blocked for good", async () => {
    const { say, blob } = await withPicture("a fox [blocked:Likeness]");
    const { body } = await say("POST", `${blobs}/${blob.id}/refresh`);
    expect(body).toMatchObject({ available: false, blockedReason: "Likeness" });
    expect(body).not.toHaveProperty("url");
  });

  it("404: knows no blob of another account", async () => {
    const { say, blob } = await withPicture();
    expect((await say("POST", `${blobs}/${blob.id}/refresh`, { token: "sandbox_other" })).status).toBe(404);
  });
});

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
