import { describe, expect, it } from "vitest";
import { drawPicture } from "./media/draw-picture.ts";
import { readClipFacts } from "./media/film/mp4-boxes.ts";
import { tryStep } from "./step-trial.ts";

const source = "https://sandbox.test/source";
const wan = { engine: "wan", version: "v2.6", prompt: "waves", seed: 3 };

describe("videoGen", () => {
  it("answers one video, made when somebody looks", async () => {
    const { output, blobs } = await tryStep("videoGen", wan);
    expect(output).toEqual({ video: { type: "video", id: "blob-1" } });
    expect(blobs).toMatchObject([
      { medium: "video", mediaType: "video/mp4", duration: 5, content: { kind: "recipe", recipe: { maker: "clip" } } },
    ]);
  });

  it("says the same size of the blob and of the clip in it", async () => {
    const [blob] = (await tryStep("videoGen", wan)).blobs;
    const recipe = blob?.content.kind === "recipe" ? blob.content.recipe : undefined;
    expect(recipe).toMatchObject({ width: blob?.width, height: blob?.height, seconds: 5 });
  });

  it.each([
    ["wan by aspect ratio", { ...wan, aspectRatio: "9:16" }, 9 / 16],
    ["wan by width and height", { engine: "wan", prompt: "waves", width: 640, height: 480 }, 4 / 3],
    ["wan of auto shape without a picture", { ...wan, version: "v2.2-5b", aspectRatio: "auto" }, 16 / 9],
    ["kling", { engine: "kling", prompt: "waves", aspectRatio: "1:1" }, 1],
    ["veo3", { engine: "veo3", prompt: "waves" }, 16 / 9],
  ])("has the shape that is asked for: %s", async (_, input, ratio) => {
    const [blob] = (await tryStep("videoGen", input)).blobs;
    expect((blob?.width ?? 0) / (blob?.height ?? 1)).toBeCloseTo(ratio, 1);
  });

  it("says of a start picture that can't be read just that", async () => {
    const media = { [source]: { bytes: new TextEncoder().encode("no picture"), mediaType: "image/png" } };
    const input = { ...wan, version: "v2.7", operation: "image-to-video", startImage: source };
    const { result, blobs } = await tryStep("videoGen", input, { media });
    expect(result).toEqual({ ok: false, reason: "The input is not a picture that can be read." });
    expect(blobs).toEqual([]);
  });

  it.each([
    ["wan", { ...wan, duration: 7 }, 7],
    ["kling", { engine: "kling", prompt: "waves", duration: "10" }, 10],
    ["veo3", { engine: "veo3", prompt: "waves" }, 8],
  ])("lasts as long as is asked for: %s", async (_, input, seconds) => {
    expect((await tryStep("videoGen", input)).blobs[0]?.duration).toBe(seconds);
  });

  it("films the same for the same input, and another clip for another seed", async () => {
    const contentOf = async (input: unknown, seed: number) =>
      (await tryStep("videoGen", input, { seed })).blobs[0]?.content;
    expect(await contentOf(wan, 1)).toEqual(await contentOf(wan, 2));
    expect(await contentOf({ ...wan, seed: 4 }, 1)).not.toEqual(await contentOf(wan, 1));
  });

  it("films the start picture in its shape", async () => {
    const bytes = await drawPicture({ prompt: "dunes", seed: 1, width: 60, height: 120, format: "png" });
    const input = { ...wan, version: "v2.7", operation: "image-to-video", startImage: source, duration: 1 };
    const { blobs } = await tryStep("videoGen", input, { media: { [source]: { bytes, mediaType: "image/png" } } });
    const facts = blobs[0]?.content.kind === "bytes" ? readClipFacts(blobs[0].content.bytes) : undefined;
    expect(facts).toMatchObject({ width: blobs[0]?.width, height: blobs[0]?.height });
    expect((facts?.height ?? 0) / (facts?.width ?? 1)).toBeCloseTo(2, 1);
  });

  it("films from the words alone when the start picture is on another host", async () => {
    const input = { engine: "kling", prompt: "waves", sourceImage: source };
    expect((await tryStep("videoGen", input)).blobs[0]?.content.kind).toBe("recipe");
  });
});
