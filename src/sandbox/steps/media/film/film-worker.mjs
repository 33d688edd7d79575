// @ts-check
/*
 * The worker thread that films. Plain JavaScript, because worker threads of Node 20 read no TypeScript.
 */
import { parentPort } from "node:worker_threads";
import encoderModule from "h264-mp4-encoder";
import { shootFrame, toPlanes } from "./camera.mjs";

/** @typedef {import("./encode-film.ts").FilmRequest & { id: number }} Task */

parentPort?.on("message", async (/** @type {Task} */ task) => {
  try {
    const bytes = await film(task);
    parentPort?.postMessage({ id: task.id, bytes }, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id: task.id, error: String(error) });
  }
});

/** @param {Task} task */
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
