import { describe, expect, it } from "vitest";
import { sniffMediaType } from "./sniff-media-type.ts";

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const known: [string, number[]][] = [
  ["image/jpeg", [0xff, 0xd8, 0xff, 0xe0]],
  ["image/png", [0x89, ...ascii("PNG"), 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/gif", ascii("GIF89a")],
  ["image/gif", ascii("GIF87a")],
  ["image/webp", [...ascii("RIFF"), 1, 2, 3, 4, ...ascii("WEBP")]],
  ["audio/wav", [...ascii("RIFF"), 1, 2, 3, 4, ...ascii("WAVE")]],
  ["video/mp4", [0, 0, 0, 24, ...ascii("ftypisom")]],
  ["video/webm", [0x1a, 0x45, 0xdf, 0xa3]],
  ["audio/flac", ascii("fLaC")],
  ["audio/ogg", ascii("OggS")],
  ["audio/mpeg", ascii("ID3")],
  ["audio/mpeg", [0xff, 0xfb, 0x90, 0x00]],
];

describe("sniffMediaType", () => {
  it.each(known)("tells %s by its first bytes", (mediaType, bytes) => {
    expect(sniffMediaType(Uint8Array.from(bytes))).toBe(mediaType);
  });

  it.each([
    ["nothing", []],
    ["plain text", ascii("hello world, this is no picture")],
    ["an HTML error page", ascii("<!doctype html>")],
    ["another RIFF file", [...ascii("RIFF"), 1, 2, 3, 4, ...ascii("AVI ")]],
    ["an AVIF picture", [0, 0, 0, 24, ...ascii("ftypavif")]],
    ["a HEIC picture", [0, 0, 0, 24, ...ascii("ftypheic")]],
    ["sound in an MP4 container", [0, 0, 0, 24, ...ascii("ftypM4A ")]],
    ["QuickTime", [0, 0, 0, 24, ...ascii("ftypqt  ")]],
    [
      "Matroska, which shares WebM's first bytes",
      [0x1a, 0x45, 0xdf, 0xa3, 0x8b, 0x42, 0x82, 0x88, ...ascii("matroska")],
    ],
    ["an MPEG frame with a forbidden bit rate", [0xff, 0xfb, 0xf0, 0x00]],
    ["a file that breaks off in its signature", [0x89, ...ascii("PN")]],
    ["an AAC frame, which shares MP3's sync word", [0xff, 0xf1, 0x50, 0x80]],
  ])("does not know %s", (_, bytes) => {
    expect(sniffMediaType(Uint8Array.from(bytes))).toBeUndefined();
  });
});
