import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { blobs, follow, nobody, withPicture } from "./blob-trial.ts";

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
