import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { follow, nobody, withPicture } from "./blob-trial.ts";
import { flux, httpTrial } from "./http-trial.ts";

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

  it("200: tells a HEAD all that it tells a GET, without the bytes, and of the whole also where a part is asked for", async () => {
    const trial = await withPicture();
    const got = await follow(trial, trial.blob.url);
    const head = await follow(trial, trial.blob.url, { Range: "bytes=2-5" }, "HEAD");
    expect(head).toMatchObject({ status: 200, bytes: new Uint8Array() });
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(got.headers));
    expect(got.headers.get("Content-Length")).toBe(String(got.bytes.length));
  });

  it("200: has a tag of its own for the picture and for its small copy, and the date of the blob", async () => {
    const { say, ...trial } = await withPicture();
    const { headers } = await follow({ ...trial, say }, trial.blob.url);
    const small = await say("GET", trial.blob.previewUrl, nobody);
    expect(headers.get("ETag")).toMatch(/^"[^"]+"$/);
    expect(small.headers.get("ETag")).not.toBe(headers.get("ETag"));
    expect(headers.get("Last-Modified")).toBe("Tue, 24 Nov 2026 10:00:04 GMT");
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
    expect(part.headers.get("Content-Length")).toBe("4");
    expect(part.bytes).toEqual(whole.subarray(2, 6));
  });

  it.each([
    ["its tag", (etag: string) => ({ "If-None-Match": etag })],
    ["its tag among others, also as a weak one", (etag: string) => ({ "If-None-Match": `"other", W/${etag}` })],
    ["any tag", () => ({ "If-None-Match": "*" })],
    ["its date", () => ({ "If-Modified-Since": "Tue, 24 Nov 2026 10:00:04 GMT" })],
  ])("304: sends nothing again to who has it, as %s says", async (_, headersOf) => {
    const trial = await withPicture();
    const etag = (await follow(trial, trial.blob.url)).headers.get("ETag") ?? "";
    for (const method of ["GET", "HEAD"]) {
      const again = await follow(trial, trial.blob.url, headersOf(etag), method);
      expect(again).toMatchObject({ status: 304, bytes: new Uint8Array() });
      expect(again.headers.get("ETag")).toBe(etag);
      expect(again.headers.get("Cache-Control")).toMatch(/^private, immutable/);
    }
  });

  it.each([
    [
      "another tag, whatever the date",
      { "If-None-Match": '"other"', "If-Modified-Since": "Tue, 24 Nov 2026 11:00:00 GMT" },
    ],
    ["an earlier date", { "If-Modified-Since": "Tue, 24 Nov 2026 10:00:03 GMT" }],
    ["no date", { "If-Modified-Since": "lately" }],
  ])("200: sends it to who has %s", async (_, headers) => {
    const trial = await withPicture();
    expect((await follow(trial, trial.blob.url, headers)).status).toBe(200);
  });

  it.each([
    ["its tag", (etag: string) => etag, 206],
    ["its date", () => "Tue, 24 Nov 2026 10:00:04 GMT", 206],
    ["another tag", () => '"other"', 200],
    ["another date", () => "Tue, 24 Nov 2026 11:00:00 GMT", 200],
  ])("206, 200: goes on with a part if it is still the same, by %s", async (_, conditionOf, status) => {
    const trial = await withPicture();
    const etag = (await follow(trial, trial.blob.url)).headers.get("ETag") ?? "";
    const headers = { Range: "bytes=2-5", "If-Range": conditionOf(etag) };
    expect((await follow(trial, trial.blob.url, headers)).status).toBe(status);
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
