import { describe, expect, it } from "vitest";
import { blobSchema, blobsOf } from "./blob.ts";

const blob = (id: string, more: object = {}) => ({ id, available: true, ...more });
const placesOf = (output: unknown) => blobsOf(output).map(({ path, medium }) => `${medium} ${path}`);

describe("blobsOf", () => {
  it("finds every blob of an output in reading order, with the path at which it sits", () => {
    const output = {
      images: [blob("a.png"), blob("b.png")],
      errors: ["one was lost"],
      basicAnimations: { walking: { model: blob("w.glb") } },
    };
    expect(blobsOf(output).map(({ path, blob: { id } }) => [path, id])).toEqual([
      ["images[0]", "a.png"],
      ["images[1]", "b.png"],
      ["basicAnimations.walking.model", "w.glb"],
    ]);
  });

  it("takes an output that is itself a blob, as transcode gives it", () => {
    expect(placesOf(blob("clip.mp4", { url: "http://127.0.0.1/clip" }))).toEqual(["video "]);
  });

  it("finds a file that stands under two names once", () => {
    expect(placesOf({ blob: blob("song.wav"), audioBlob: blob("song.wav") })).toEqual(["audio blob"]);
  });

  it("keeps the members of a blob that it does not know", () => {
    const given = blob("a.png", { nsfwLevel: "x", blockedReason: "MatureContent", seed: 7 });
    expect(blobsOf({ images: [given] })[0]?.blob).toEqual(given);
  });

  it("does not look for blobs inside a blob", () => {
    expect(placesOf({ video: blob("clip.mp4", { poster: blob("poster.png") }) })).toEqual(["video video"]);
  });

  it.each([undefined, null, "text", 4, [], {}, { message: "hello" }, { id: "no-blob" }, { id: 1, available: true }])(
    "finds none in %j",
    (output) => {
      expect(blobsOf(output)).toEqual([]);
    },
  );
});

describe("the medium of a blob", () => {
  it("is the blob's own type before all", () => {
    expect(placesOf({ images: [blob("clip.mp4", { type: "audio" })] })).toEqual(["audio images[0]"]);
  });

  it("is told by the extension of the id where there is no type", () => {
    expect(placesOf({ blob: blob("JNFDW54J.jpeg") })).toEqual(["image blob"]);
    expect(placesOf({ images: [blob("clip.WEBM")] })).toEqual(["video images[0]"]);
  });

  it.each([
    ["images", "image"],
    ["image", "image"],
    ["video", "video"],
    ["additionalVideos", "video"],
    ["audioBlob", "audio"],
    ["videoBlob", "video"],
    ["thumbnail", "image"],
    ["frames", "image"],
    ["model", "model3d"],
  ])("is told by the property %s where the id says nothing: %s", (property, medium) => {
    expect(placesOf({ [property]: [blob("JNFDW54J")] })).toEqual([`${medium} ${property}[0]`]);
  });

  it("is none where the id names another kind of file, whatever the property is called", () => {
    expect(placesOf({ model: blob("JNFDW54J.safetensors") })).toEqual(["undefined model"]);
    expect(placesOf({ model: blob("0-019be44b-181e-7a7e.0") })).toEqual(["model3d model"]);
  });

  it("is unknown when nothing says it", () => {
    expect(placesOf({ blob: blob("JNFDW54J"), file: blob("JNFDW54J.zip") })).toEqual([
      "undefined blob",
      "undefined file",
    ]);
  });
});

describe("blobSchema", () => {
  it.each([
    { id: "a.jpeg", available: true, nsfwLevel: "r", width: 1024, height: 1024 },
    { id: "a.jpeg", available: false, url: null, nsfwLevel: "x", blockedReason: "MatureContent" },
  ])("takes the withheld form %j", (withheld) => {
    expect(blobSchema.parse(withheld)).toEqual(withheld);
  });

  it.each([{ available: true }, { id: "a" }, { id: "a", available: true, nsfwLevel: "mild" }])(
    "refuses %j",
    (value) => {
      expect(blobSchema.safeParse(value).success).toBe(false);
    },
  );
});
