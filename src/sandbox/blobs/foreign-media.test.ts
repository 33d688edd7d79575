import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { flux, type HttpTrial, httpTrial, origin } from "../http/http-trial.ts";

/*
 * Media of inputs that lie elsewhere: a step that has to read them fails and says why, and nobody is asked for anything.
 */
const workflows = "/v2/consumer/workflows";
let server: Server;
let port: number;
let hits: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? "");
    response.writeHead(302, { Location: `${origin}/v2/consumer/blobs/any` }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  // A server that listens on a port has an address of this kind.
  ({ port } = server.address() as AddressInfo);
});
beforeEach(() => {
  hits = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A sandbox with a picture of the account, and the picture's link. */
async function withPicture(): Promise<{ trial: HttpTrial; url: string; id: string }> {
  const trial = httpTrial();
  const { id: workflowId } = await trial.submit({ steps: [flux("a fox")] });
  await trial.pass(5);
  const [{ id, url }] = (await trial.say("GET", `${workflows}/${workflowId}`)).body.steps[0].output.images;
  return { trial, url, id };
}

/** Run a step, and tell how it ended. */
async function run({ submit, pass, say }: HttpTrial, step: object, token?: string) {
  const { id } = await submit({ steps: [step] }, { token });
  await pass(40);
  const { steps } = (await say("GET", `${workflows}/${id}`, { token })).body;
  return steps[0] as { status: string; reason?: string };
}

const convert = (image: string) => ({ $type: "convertImage", input: { image, output: { format: "png" } } });

describe("a step that has to read a medium", () => {
  it("reads what this sandbox has signed, also when its time is up", async () => {
    const { trial, url } = await withPicture();
    expect((await run(trial, convert(url))).status).toBe("succeeded");
    trial.clock.advance(3600);
    expect((await run(trial, convert(url))).status).toBe("succeeded");
  });

  it.each([
    ["another port of this machine", () => `http://127.0.0.1:${port}/cat.png`],
    ["another name of this machine", () => `http://localhost:${port}/cat.png`],
    ["a server that redirects to the sandbox", () => `http://127.0.0.1:${port}/to?${origin}/v2/consumer/blobs/x`],
    ["the path of an own file on another server", (id: string) => `http://127.0.0.1:${port}/v2/consumer/blobs/${id}`],
    [
      "such a path with a made-up signature",
      (id: string) => `http://127.0.0.1:${port}/v2/consumer/blobs/${id}?sig=x&exp=9999999999999`,
    ],
    ["a name before the host", (_: string, url: string) => url.replace("http://", `http://127.0.0.1:${port}@`)],
    ["a host behind such a name", (id: string) => `${origin}@127.0.0.1:${port}/v2/consumer/blobs/${id}`],
    ["a name that looks alike", (id: string) => `http://127.0.0.1.example.org:${port}/v2/consumer/blobs/${id}`],
    ["a path that leads back", (id: string) => `http://127.0.0.1:${port}/x/../v2/consumer/blobs/${id}`],
    [
      "another file with the signature of one's own",
      (_: string, url: string) => url.replace(/blobs\/[^?]+/, "blobs/other.jpeg"),
    ],
    [
      "a content link of one's own making",
      () => `http://127.0.0.1:${port}/v2/consumer/blobs/content/${grant("x")}.sig`,
    ],
    ["a web address", () => "https://image.example/cat.png"],
  ])("fails over %s, says why, and sends no request", async (_, sourceOf) => {
    const { trial, url, id } = await withPicture();
    const fetched = vi.spyOn(globalThis, "fetch");
    const step = await run(trial, convert(sourceOf(id, url)));
    expect(step.status).toBe("failed");
    expect(step.reason).toContain("never fetches media from other hosts");
    expect(hits).toEqual([]);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  it.each([
    ["a relative path", (id: string) => `/v2/consumer/blobs/${id}`],
    ["a URL without its scheme", () => `//127.0.0.1:${port}/cat.png`],
    ["a file of this machine", () => "file:///etc/hostname"],
    ["FTP", () => `ftp://127.0.0.1:${port}/cat.png`],
    ["a blob: URL", () => `blob:${origin}/cat`],
    ["the sandbox's own name of a file, broken", () => "http://sandbox.invalid/v2/consumer/blobs/%E0%A4"],
  ])("reads nothing by %s, and sends no request", async (_, sourceOf) => {
    const { trial, id } = await withPicture();
    const { say, pass } = trial;
    const response = await say("POST", workflows, { body: { steps: [convert(sourceOf(id))] } });
    // Some are no values of the field at all.
    if (response.status !== 400) {
      await pass(5);
      const { steps } = (await say("GET", `${workflows}/${response.body.id}`)).body;
      expect(steps[0]).toMatchObject({ status: "failed", reason: expect.stringMatching(/neither|never fetches/) });
    }
    expect(hits).toEqual([]);
  });

  it("reads no file of another account, though its link is genuine", async () => {
    const { trial, url } = await withPicture();
    const step = await run(trial, convert(url), "sandbox_other");
    expect(step).toMatchObject({
      status: "failed",
      reason: expect.stringContaining("no link to a file of this account"),
    });
  });

  it.each([
    ["imageUpscaler", (image: string) => ({ image })],
    ["imageBackgroundRemoval", (image: string) => ({ image })],
    ["mediaHash", (mediaUrl: string) => ({ mediaUrl, hashTypes: ["perceptual"] })],
    ["wdTagging", (mediaUrl: string) => ({ mediaUrl })],
    ["transcription", (mediaUrl: string) => ({ mediaUrl })],
    ["transcode", (sourceUrl: string) => ({ sourceUrl, width: 320 })],
    ["videoUpscaler", (video: string) => ({ video })],
  ])("is %s as well", async ($type, inputOf) => {
    const step = await run(httpTrial(), { $type, input: inputOf(`http://127.0.0.1:${port}/cat.png`) });
    expect(step).toMatchObject({ status: "failed", reason: expect.stringContaining("never fetches") });
    expect(hits).toEqual([]);
  });
});

describe("a step that makes its output up", () => {
  it("ignores media on other hosts, and sends no request", async () => {
    const trial = httpTrial();
    const images = [`http://127.0.0.1:${port}/cat.png`];
    const step = { $type: "imageGen", input: { engine: "google", model: "nano-banana-pro", prompt: "a fox", images } };
    expect((await run(trial, step)).status).toBe("succeeded");
    expect(hits).toEqual([]);
  });
});

describe("a text that looks like the sandbox's own name of a file", () => {
  it("can be echoed, read again and sent to a callback, however broken it is", async () => {
    const { submit, pass, say } = httpTrial();
    const message = "http://sandbox.invalid/v2/consumer/blobs/%E0%A4";
    const callbacks = [{ url: "https://hooks.example/", type: ["workflow:succeeded"], detailed: true }];
    const { id } = await submit({ steps: [{ $type: "echo", input: { message } }], callbacks });
    await pass(1);
    expect((await say("GET", `${workflows}/${id}`)).body.steps[0].output).toEqual({ message });
    expect((await say("GET", "/_sandbox/callbacks")).body.items).toMatchObject([{ state: "delivered" }]);
  });
});

function grant(blobId: string): string {
  return Buffer.from(JSON.stringify([blobId, "original", 9_999_999_999_999])).toString("base64url");
}
