// @ts-check
/*
 * The worker thread that films. Plain JavaScript, because worker threads of Node 20 read no TypeScript.
 */
import { parentPort } from "node:worker_threads";
import encoderModule from "h264-mp4-encoder";

/** @typedef {import("./encode-film.ts").FilmRequest & { id: number }} Task */

parentPort?.on("message", async (/** @type {Task} */ task) => {
  try {
    parentPort?.postMessage({ id: task.id, bytes: await film(task) });
  } catch (error) {
    parentPort?.postMessage({ id: task.id, error: String(error) });
  }
});

/** @param {Task} task */
async function film(task) {
  const encoder = await encoderModule.createH264MP4Encoder();
  encoder.width = task.width;
  encoder.height = task.height;
  encoder.frameRate = task.framesPerSecond;
  encoder.quantizationParameter = 26;
  encoder.speed = 8;
  encoder.initialize();
  const frame = new Uint8Array(task.width * task.height * 4);
  for (let index = 0; index < task.frames; index += 1) {
    shoot(task, frame, index / (task.frames - 1));
    encoder.addFrameRgba(frame);
  }
  encoder.finalize();
  const bytes = encoder.FS.readFile(encoder.outputFilename).slice();
  encoder.delete();
  return bytes;
}

/**
 * One frame at a moment from 0 to 1: the camera goes over the sheet along a bend, and comes a little nearer.
 * @param {Task} task
 * @param {Uint8Array} frame
 * @param {number} moment
 */
function shoot({ pixels, sheetWidth, sheetHeight, width, height, seed }, frame, moment) {
  const eased = moment * moment * (3 - 2 * moment);
  const direction = ((seed % 360) / 180) * Math.PI;
  const scale = 1 + 0.1 * (1 - eased);
  const spareX = sheetWidth - width * scale;
  const spareY = sheetHeight - height * scale;
  const left = spareX * (0.5 + 0.5 * Math.cos(direction + eased * 2));
  const top = spareY * (0.5 + 0.5 * Math.sin(direction + eased * 2));
  for (let y = 0; y < height; y += 1) {
    const sourceY = Math.min(sheetHeight - 1.001, Math.max(0, top + y * scale));
    const rowY = Math.floor(sourceY);
    const downY = sourceY - rowY;
    for (let x = 0; x < width; x += 1) {
      const sourceX = Math.min(sheetWidth - 1.001, Math.max(0, left + x * scale));
      const rowX = Math.floor(sourceX);
      const rightX = sourceX - rowX;
      const at = (rowY * sheetWidth + rowX) * 4;
      const under = at + sheetWidth * 4;
      const to = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const above = pixels[at + channel] * (1 - rightX) + pixels[at + 4 + channel] * rightX;
        const beneath = pixels[under + channel] * (1 - rightX) + pixels[under + 4 + channel] * rightX;
        frame[to + channel] = above * (1 - downY) + beneath * downY;
      }
      frame[to + 3] = 255;
    }
  }
}
