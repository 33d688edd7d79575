import type { Page } from "@playwright/test";
import { expect, type Operator, test } from "./operator.ts";

/** What the browser finds in a file that it has loaded, jumped in and played for a moment. */
async function play(page: Page, url: string) {
  return page.evaluate(async (source) => {
    const video = document.createElement("video");
    video.muted = true;
    video.src = source;
    const once = (event: string) =>
      new Promise((resolve, reject) => {
        video.addEventListener(event, resolve, { once: true });
        video.addEventListener("error", () => reject(new Error(video.error?.message)), { once: true });
      });
    await once("loadeddata");
    const jumped = once("seeked");
    video.currentTime = video.duration / 2;
    await jumped;
    const moved = once("timeupdate");
    await video.play();
    await moved;
    return { width: video.videoWidth, height: video.videoHeight, seconds: Math.round(video.duration * 10) / 10 };
  }, url);
}

/** The address of a file in the output of a workflow's last step. */
async function fileOf(operator: Operator, id: string, name?: string): Promise<string> {
  const { output } = (await operator.reads(id)).steps.at(-1) ?? {};
  const file: unknown = name === undefined ? output : Reflect.get(Object(output), name);
  return String(Reflect.get(Object(file), "url"));
}

test("a transcoded WebM and an enlarged MP4 are played by the browser", async ({ page, operator }) => {
  await page.goto("/workflows");
  const film = {
    $type: "videoGen",
    name: "film",
    input: { engine: "wan", version: "v2.5", provider: "fal", prompt: "waves", duration: 2, resolution: "480p" },
  };
  const webm = { sourceUrl: { $ref: "film", path: "output.video.url" }, width: 160, containerFormat: "webM" };
  const chain = [film, { $type: "transcode", name: "small", input: webm }];
  const small = await operator.submits({ steps: chain }, 60);
  expect(await play(page, await fileOf(operator, small))).toEqual({ width: 160, height: 90, seconds: 2 });
  const larger = { $type: "videoUpscaler", input: { video: { $ref: "small", path: "output.url" }, scaleFactor: 3 } };
  const enlarged = await operator.submits({ steps: [...chain, larger] }, 60);
  expect(await play(page, await fileOf(operator, enlarged, "video"))).toEqual({ width: 480, height: 270, seconds: 2 });
});

test("speech, music and a song with its cover are played by the browser", async ({ page, operator }) => {
  await page.goto("/workflows");
  const speech = { $type: "textToSpeech", input: { engine: "custom", text: "Good evening, and welcome." } };
  const spoken = await play(page, await fileOf(operator, await operator.submits({ steps: [speech] }, 30), "audioBlob"));
  expect(spoken.seconds).toBeGreaterThan(1);
  const music = { musicDescription: "folk", lyrics: "Come home", duration: 5 };
  const piece = await operator.submits({ steps: [{ $type: "aceStepAudio", input: music }] }, 30);
  expect(await play(page, await fileOf(operator, piece, "blob"))).toMatchObject({ seconds: 5 });
  const cover = { imageUrl: { $ref: "$0", path: "output.images[0].url" } };
  const picture = { $type: "imageGen", input: { engine: "flux", prompt: "a harbour", width: 256, height: 256 } };
  const steps = [picture, { $type: "aceStepAudio", input: { ...music, cover } }];
  const song = await operator.submits({ steps }, 60);
  expect(await play(page, await fileOf(operator, song, "blob"))).toEqual({ width: 256, height: 256, seconds: 5 });
});
