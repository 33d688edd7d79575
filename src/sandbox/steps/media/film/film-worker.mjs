// @ts-check
/*
 * The worker thread that films. Plain JavaScript, because worker threads of Node 20 read no TypeScript.
 */
import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import encoderModule from "h264-mp4-encoder";
import sharp from "sharp";
import { shootFrame, toPixels, toPlanes } from "./camera.mjs";

// On Linux this is about the thread alone: whoever waits for an answer goes before a film.
if (process.platform === "linux") setPriority(10);

/** @typedef {import("./encode-film.ts").FilmRequest & { id: number }} Task */

parentPort?.on("message", async (/** @type {Task} */ task) => {
  try {
    const parts = task.result === "mp4" ? [await film(task)] : await shootPictures(task);
    parentPort?.postMessage({ id: task.id, parts });
  } catch (error) {
    parentPort?.postMessage({ id: task.id, error: String(error) });
  }
});

/**
 * The film as an MP4.
 * @param {Task} task
 */
async function film(task) {
  const encoder = await encoderModule.createH264MP4Encoder();
  try {
    encoder.width = task.width;
    encoder.height = task.height;
    encoder.frameRate = task.framesPerSecond;
    encoder.quantizationParameter = 26;
    encoder.speed = 9;
    encoder.groupOfPictures = task.framesPerSecond * 2;
    encoder.initialize();
    const sheets = task.sheets.map((pixels) => toPlanes(pixels, task.sheetWidth, task.sheetHeight));
    const frame = new Uint8Array((task.width * task.height * 3) / 2);
    for (let index = 0; index < task.frames; index += 1) {
      shootFrame(task, sheets, frame, index / (task.frames - 1));
      encoder.addFrameYuv(frame);
    }
    encoder.finalize();
    const bytes = encoder.FS.readFile(encoder.outputFilename).slice();
    // All encoders share one file system in memory: a file that stays there is never given back.
    encoder.FS.unlink(encoder.outputFilename);
    return bytes;
  } finally {
    encoder.delete();
  }
}

/**
 * The frames as lossy WebP pictures.
 * @param {Task} task
 */
async function shootPictures(task) {
  const { width, height } = task;
  const sheets = task.sheets.map((pixels) => toPlanes(pixels, task.sheetWidth, task.sheetHeight));
  const frame = new Uint8Array((width * height * 3) / 2);
  const pictures = [];
  for (let index = 0; index < task.frames; index += 1) {
    shootFrame(task, sheets, frame, index / (task.frames - 1));
    const picture = sharp(toPixels(frame, width, height), { raw: { width, height, channels: 3 } });
    pictures.push(new Uint8Array(await picture.webp({ quality: 72, effort: 0 }).toBuffer()));
  }
  return pictures;
}
