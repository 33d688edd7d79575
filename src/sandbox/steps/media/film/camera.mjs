// @ts-check
/*
 * The camera that moves over a sheet. Works in the encoder's own colour space (I420: full brightness, colour at half
 * the resolution), which is half the work of RGB.
 */

/**
 * One channel of a sheet, and its size in px.
 * @typedef {{ values: Uint8Array; width: number; height: number }} Plane
 */

/**
 * Brightness and the two colour planes of RGB pixels (BT.601, video range). Both edges are even.
 * @param {Uint8Array} pixels
 * @param {number} width
 * @param {number} height
 * @returns {[Plane, Plane, Plane]}
 */
export function toPlanes(pixels, width, height) {
  const luma = new Uint8Array(width * height);
  const [halfWidth, halfHeight] = [width / 2, height / 2];
  const blue = new Uint8Array(halfWidth * halfHeight);
  const red = new Uint8Array(halfWidth * halfHeight);
  for (let index = 0; index < luma.length; index += 1) {
    const [r, g, b] = [pixels[index * 3], pixels[index * 3 + 1], pixels[index * 3 + 2]];
    luma[index] = 16.5 + 0.257 * r + 0.504 * g + 0.098 * b;
  }
  for (let y = 0; y < halfHeight; y += 1) {
    for (let x = 0; x < halfWidth; x += 1) {
      const first = (y * 2 * width + x * 2) * 3;
      const below = first + width * 3;
      const mean = (/** @type {number} */ channel) =>
        (pixels[first + channel] +
          pixels[first + 3 + channel] +
          pixels[below + channel] +
          pixels[below + 3 + channel]) /
        4;
      const [r, g, b] = [mean(0), mean(1), mean(2)];
      blue[y * halfWidth + x] = 128.5 - 0.148 * r - 0.291 * g + 0.439 * b;
      red[y * halfWidth + x] = 128.5 + 0.439 * r - 0.368 * g - 0.071 * b;
    }
  }
  return [
    { values: luma, width, height },
    { values: blue, width: halfWidth, height: halfHeight },
    { values: red, width: halfWidth, height: halfHeight },
  ];
}

/**
 * A frame as RGB pixels again.
 * @param {Uint8Array} frame
 * @param {number} width
 * @param {number} height
 */
export function toPixels(frame, width, height) {
  const pixels = new Uint8ClampedArray(width * height * 3);
  const area = width * height;
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, to += 3) {
      const colour = area + (y >> 1) * (width / 2) + (x >> 1);
      const light = 1.164 * (frame[y * width + x] - 16);
      const blue = frame[colour] - 128;
      const red = frame[colour + area / 4] - 128;
      pixels[to] = light + 1.596 * red;
      pixels[to + 1] = light - 0.392 * blue - 0.813 * red;
      pixels[to + 2] = light + 2.017 * blue;
    }
  }
  return pixels;
}

/**
 * One frame at a moment from 0 to 1: the camera goes over the sheet along a bend, and comes a little nearer. With a
 * second sheet, the first turns into it on the way.
 * @param {{ width: number; height: number; seed: number }} film
 * @param {readonly [Plane, Plane, Plane][]} sheets
 * @param {Uint8Array} frame
 * @param {number} moment
 */
export function shootFrame({ width, height, seed }, sheets, frame, moment) {
  const [first, second] = sheets;
  const place = cameraAt(first[0], width, height, seed, moment);
  const share = second ? Math.round(256 * eased(Math.min(1, Math.max(0, (moment - 0.2) / 0.6)))) : 0;
  let start = 0;
  for (const channel of [0, 1, 2]) {
    const shrink = channel === 0 ? 1 : 2;
    const part = { start, width: width / shrink, height: height / shrink };
    const seen = { left: place.left / shrink, top: place.top / shrink, scale: place.scale };
    if (share < 256) shootPlane(first[channel], seen, frame, part, 256);
    if (second && share > 0) shootPlane(second[channel], seen, frame, part, share);
    start += part.width * part.height;
  }
}

/** @param {number} share */
function eased(share) {
  return share * share * (3 - 2 * share);
}

/**
 * The part of the sheet that the camera sees.
 * @param {Plane} sheet
 * @param {number} width
 * @param {number} height
 * @param {number} seed
 * @param {number} moment
 */
function cameraAt(sheet, width, height, seed, moment) {
  const nearer = eased(moment);
  const direction = ((seed % 360) / 180) * Math.PI;
  const scale = 1 + 0.14 * (1 - nearer);
  return {
    scale,
    left: (sheet.width - width * scale) * (0.5 + 0.5 * Math.cos(direction + nearer * 2)),
    top: (sheet.height - height * scale) * (0.5 + 0.5 * Math.sin(direction + nearer * 2)),
  };
}

/**
 * Draw a plane as the camera sees it, between four neighbours each, over what is in the frame: `share` 256 covers it.
 * Whole numbers in 256ths throughout: this loop is most of the cost of a clip.
 * @param {Plane} plane
 * @param {{ left: number; top: number; scale: number }} seen
 * @param {Uint8Array} frame
 * @param {{ start: number; width: number; height: number }} part
 * @param {number} share
 */
function shootPlane({ values, width, height }, { left, top, scale }, frame, part, share) {
  const columns = new Int32Array(part.width);
  for (let x = 0; x < part.width; x += 1) columns[x] = 256 * Math.min(width - 1.01, Math.max(0, left + x * scale));
  for (let y = 0; y < part.height; y += 1) {
    const sourceY = Math.floor(256 * Math.min(height - 1.01, Math.max(0, top + y * scale)));
    const row = (sourceY >> 8) * width;
    const down = sourceY & 255;
    let to = part.start + y * part.width;
    for (let x = 0; x < part.width; x += 1, to += 1) {
      const at = row + (columns[x] >> 8);
      const right = columns[x] & 255;
      const above = values[at] * (256 - right) + values[at + 1] * right;
      const beneath = values[at + width] * (256 - right) + values[at + width + 1] * right;
      const value = (above * (256 - down) + beneath * down) >> 16;
      frame[to] = share === 256 ? value : (value * share + frame[to] * (256 - share)) >> 8;
    }
  }
}
