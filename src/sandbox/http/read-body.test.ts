import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defaultLimits } from "../options.ts";
import { readBytes, readJson } from "./read-body.ts";

const json = { kind: "json", schema: z.unknown(), mediaType: "application/json" } as const;

const asJson = { "Content-Type": "application/json" };

function aRequest(body: string | ReadableStream, headers: Record<string, string> = asJson): Request {
  return new Request("http://127.0.0.1/", { method: "POST", body, headers, duplex: "half" });
}

/** Lists in lists, so many deep. */
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

describe("readJson", () => {
  it("names line and column of what is no JSON", async () => {
    const read = await readJson(aRequest('{\n  "steps": [1,}'), json, defaultLimits);
    const detail = "The body is no JSON: it goes wrong at line 2, column 15.";
    expect(read).toMatchObject({ ok: false, reply: { status: 400, problem: { detail, errors: { "": [detail] } } } });
  });

  it("reads 64 levels, and refuses what is nested deeper, however deep", async () => {
    expect(await readJson(aRequest(nested(64)), json, defaultLimits)).toMatchObject({ ok: true });
    for (const levels of [65, 200_000]) {
      expect(await readJson(aRequest(nested(levels)), json, defaultLimits)).toMatchObject({
        ok: false,
        reply: { status: 400 },
      });
    }
  });

  it.each(["application/json; charset=utf-8", "text/json", "application/json-patch+json", "APPLICATION/JSON"])(
    "takes %s",
    async (type) => {
      expect(await readJson(aRequest('"hello"', { "Content-Type": type }), json, defaultLimits)).toEqual({
        ok: true,
        value: "hello",
      });
    },
  );

  it.each(["text/plain", "multipart/form-data; boundary=x", "application/jsonp", "application/xml"])(
    "refuses %s and says what to send",
    async (type) => {
      const read = await readJson(aRequest("{}", { "Content-Type": type }), json, defaultLimits);
      expect(read).toMatchObject({ ok: false, reply: { status: 415 } });
      expect(JSON.stringify(read)).toContain("send application/json");
    },
  );
});

describe("a body in another encoding", () => {
  it.each<[Record<string, string>, string]>([
    [{ "Content-Encoding": "gzip" }, '"gzip"'],
    [{ "Content-Encoding": "br" }, '"br"'],
    [{ "Content-Type": "application/json; charset=utf-16" }, '"utf-16"'],
  ])("415: is refused with words about it: %j", async (headers, named) => {
    const read = await readJson(aRequest("{}", { ...asJson, ...headers }), json, defaultLimits);
    expect(read).toMatchObject({ ok: false, reply: { status: 415 } });
    expect(JSON.stringify(read)).toContain(`encoded as ${JSON.stringify(named).slice(1, -1)}`);
  });

  it.each<Record<string, string>>([
    { "Content-Encoding": "identity" },
    { "Content-Type": 'application/json; charset="UTF-8"' },
    { "Content-Type": "application/json;charset=utf8" },
  ])("is taken where it is none: %j", async (headers) => {
    expect(await readJson(aRequest("{}", { ...asJson, ...headers }), json, defaultLimits)).toMatchObject({ ok: true });
  });
});

describe("readBytes", () => {
  it("takes as many bytes as may be, in pieces", async () => {
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array([1, 2]));
        controller.enqueue(new Uint8Array([3]));
        controller.close();
      },
    });
    const read = await readBytes(aRequest(pieces, {}), 3);
    expect(read.ok && [...read.value]).toEqual([1, 2, 3]);
  });

  it("stops at one byte more, and lets the rest go unread", async () => {
    let isCanceled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => {
        isCanceled = true;
      },
    });
    expect(await readBytes(aRequest(endless, {}), 1500)).toMatchObject({ ok: false, reply: { status: 413 } });
    expect(isCanceled).toBe(true);
  });

  it("refuses by its Content-Length what is too long, before it reads any", async () => {
    const request = aRequest("hello", { "Content-Length": "6" });
    expect(await readBytes(request, 5)).toMatchObject({ ok: false, reply: { status: 413 } });
    expect(request.bodyUsed).toBe(false);
  });
});
