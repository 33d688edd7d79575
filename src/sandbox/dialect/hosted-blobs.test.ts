import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { echo, flux, type HttpTrial, httpTrial, origin } from "../http/http-trial.ts";
import { presentHostedBlob } from "./hosted-answers.ts";

/* Files as the hosted dialect tells them, and the way to their bytes. */

const workflows = "/v2/consumer/workflows";
const blobs = "/v2/consumer/blobs";
const nobody = { token: null };
const hosted = () => httpTrial({ dialect: "hosted" });

async function outputOf({ submit, say, pass }: HttpTrial, body: { steps: unknown[] }, step = 0, seconds = 10) {
  const { id } = await submit(body);
  await pass(seconds);
  return (await say("GET", `${workflows}/${id}`)).body.steps[step].output;
}

const aPng = async () =>
  new Uint8Array(
    await sharp({ create: { width: 30, height: 20, channels: 3, background: "teal" } })
      .png()
      .toBuffer(),
  );

describe("a blob in the hosted dialect", () => {
  it("carries no type in the output of a picture (facts 1.5 #15)", async () => {
    const { images } = await outputOf(hosted(), { steps: [flux("a fox")] });
    expect(images[0]).toMatchObject({ width: 256, height: 256, nsfwLevel: "pg", previewUrl: expect.any(String) });
    expect(images[0]).not.toHaveProperty("type");
  });

  it("carries its type, and no size, where it is declared as the base Blob (facts 1.5 #15, 2.3)", async () => {
    const blob = { type: "image", id: "A.png", available: true, url: "https://one.test/A.png", width: 8, height: 8 };
    expect(presentHostedBlob(blob, "comfy")).toEqual({
      type: "image",
      id: "A.png",
      available: true,
      url: "https://one.test/A.png",
    });
  });

  it("is the output itself of a transcode, with five members at most (facts 1.5 #38)", async () => {
    const film = {
      $type: "videoGen",
      name: "film",
      input: { engine: "wan", version: "v2.6", prompt: "waves", duration: 5 },
    };
    const small = {
      $type: "transcode",
      name: "small",
      input: { sourceUrl: { $ref: "film", path: "output.video.url" }, width: 64 },
    };
    const output = await outputOf(hosted(), { steps: [film, small] }, 1, 40);
    expect(Object.keys(output).toSorted()).toEqual(["available", "id", "jobId", "url", "urlExpiresAt"]);
  });
});

describe("a withheld blob in the hosted dialect (facts 4)", () => {
  it("rated r is said to be available, and has neither link nor reason", async () => {
    const { images } = await outputOf(hosted(), { steps: [flux("a figure [rated:r]")] });
    expect(images[0]).toEqual({
      id: expect.any(String),
      available: true,
      jobId: expect.any(String),
      nsfwLevel: "r",
      width: 256,
      height: 256,
    });
  });

  it.each(["x", "xxx"])("rated %s is not available, its url is null and MatureContent the reason", async (rating) => {
    const { images } = await outputOf(hosted(), { steps: [flux(`a figure [rated:${rating}]`)] });
    expect(images[0]).toMatchObject({ available: false, url: null, nsfwLevel: rating, blockedReason: "MatureContent" });
  });

  it("is freed by a release, whichever form it had", async () => {
    for (const rating of ["r", "x"]) {
      const trial = hosted();
      const { id } = await trial.submit({ steps: [flux(`a figure [rated:${rating}]`)] });
      await trial.pass(10);
      await trial.say("PUT", `${workflows}/${id}`, { body: { allowMatureContent: true } });
      const [image] = (await trial.say("GET", `${workflows}/${id}`)).body.steps[0].output.images;
      expect(image).toMatchObject({ available: true, url: expect.any(String), nsfwLevel: rating });
      expect(image).not.toHaveProperty("blockedReason");
    }
  });

  it("that is blocked for good says its reason, and stays so", async () => {
    const { images } = await outputOf(hosted(), { steps: [flux("a face [blocked:Minor]")] });
    expect(images[0]).toMatchObject({ available: false, url: null, blockedReason: "Minor" });
  });
});

describe("GET /v2/consumer/blobs/{blobId} in the hosted dialect (facts 1.3, 1.5 #34)", () => {
  it("301: leads to the bytes by a relative Location, which needs no bearer", async () => {
    const trial = hosted();
    const { images } = await outputOf(trial, { steps: [flux("a fox")] });
    const hop = await trial.say("GET", `${blobs}/${images[0].id}`);
    expect(hop.status).toBe(301);
    expect(hop.headers.get("Location")).toMatch(/^\/v2\/consumer\/blobs\/content\//);
    const content = await trial.say("GET", hop.headers.get("Location") ?? "", nobody);
    expect(content).toMatchObject({ status: 200 });
    expect(content.headers.get("x-nsfw-level")).toBe("pg");
  });

  it("401: needs the bearer on this hop, or the signature of a link", async () => {
    const trial = hosted();
    const { images } = await outputOf(trial, { steps: [flux("a fox")] });
    expect((await trial.say("GET", `${blobs}/${images[0].id}`, nobody)).status).toBe(401);
    expect((await trial.say("GET", images[0].url, nobody)).status).toBe(301);
  });

  it("signs links with an end in ISO form, which urlExpiresAt repeats (facts 6)", async () => {
    const trial = hosted();
    const { images } = await outputOf(trial, { steps: [flux("a fox")] });
    const url = new URL(images[0].url);
    expect(url.origin).toBe(origin);
    expect([...url.searchParams.keys()]).toEqual(["sig", "exp"]);
    expect(url.searchParams.get("exp")).toBe(images[0].urlExpiresAt);
    trial.clock.advance(15 * 60);
    const late = await trial.say("GET", images[0].url, nobody);
    expect(late).toMatchObject({ status: 403, body: expect.stringContaining("expired") });
  });
});

describe("uploads in the hosted dialect (facts 6)", () => {
  it("go to a presigned URL without a bearer, and answer a base Blob", async () => {
    const { say } = hosted();
    const { uploadUrl, expiresAt } = (await say("GET", `${blobs}/upload`)).body;
    expect(new URL(uploadUrl).searchParams.get("exp")).toBe(expiresAt);
    const { status, body } = await say("POST", uploadUrl, { ...nobody, body: await aPng() });
    expect(status).toBe(201);
    expect(Object.keys(body).toSorted()).toEqual(["available", "id", "nsfwLevel", "type", "url", "urlExpiresAt"]);
    expect(body.type).toBe("image");
    const refreshed = await say("POST", `${blobs}/${body.id}/refresh`);
    expect(refreshed.body).toMatchObject({ type: "image", id: body.id });
  });

  it("are inputs by their url", async () => {
    const trial = hosted();
    const { url } = (await trial.say("POST", blobs, { body: await aPng() })).body;
    const convert = { $type: "convertImage", input: { image: url, output: { format: "webp" } } };
    const { blob } = await outputOf(trial, { steps: [convert, echo] });
    expect(blob).toMatchObject({ available: true, width: 30, height: 20 });
  });
});
