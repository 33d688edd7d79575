import { describe, expect, it } from "vitest";
import { isMediaSource } from "./media-source.ts";

describe("isMediaSource", () => {
  it.each([
    "https://example.test/cat.png",
    "HTTP://127.0.0.1:4321/v2/consumer/blobs/ABC.png?sig=1&exp=2",
    "data:image/png;base64,iVBORw0KGgo=",
    "data:,a",
    "urn:air:other:other:civitai-r2:bucket@file.zip",
    "iVBORw0KGgoAAAANSUhEUg==",
    `${"QUJD".repeat(1000)}QQ==`,
  ])("takes %.60s", (text) => {
    expect(isMediaSource(text)).toBe(true);
  });

  it.each([
    ["nothing", ""],
    ["a blank", " "],
    ["a word", "cat"],
    ["a sentence", "a picture of a cat, please"],
    ["the name of a file", "cat.png"],
    ["a path", "/home/me/a-picture-of-a-cat.png"],
    ["a URL without a host", "https://"],
    ["a URL of another kind", "file:///home/me/cat.png"],
    ["a data URL without data", "data:image/png;base64,"],
  ])("does not take %s", (_, text) => {
    expect(isMediaSource(text)).toBe(false);
  });
});
