/** Pictures of a film, each a whole one (VP8 key frames), and how long each stands, in seconds. */
export type Frames = { pictures: readonly Uint8Array[]; secondsEach: number; width: number; height: number };

/** A playable WebM: pictures in VP8, and sound in Opus (packets of 20 ms, one channel) if there is any. */
export async function writeWebm(film: Frames, sound?: readonly Uint8Array[]): Promise<Uint8Array> {
  // Loaded when it is needed: it takes a fifth of a second, and most runs of the sandbox write no WebM.
  const { BufferTarget, EncodedAudioPacketSource, EncodedPacket, EncodedVideoPacketSource, Output, WebMOutputFormat } =
    await import("mediabunny");
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const pictures = new EncodedVideoPacketSource("vp8");
  const audio = new EncodedAudioPacketSource("opus");
  output.addVideoTrack(pictures, { frameRate: 1 / film.secondsEach });
  if (sound) output.addAudioTrack(audio);
  await output.start();
  const decoderConfig = { codec: "vp8", codedWidth: film.width, codedHeight: film.height };
  for (const [index, picture] of film.pictures.entries()) {
    const packet = new EncodedPacket(picture, "key", index * film.secondsEach, film.secondsEach);
    await pictures.add(packet, { decoderConfig });
  }
  for (const [index, bytes] of (sound ?? []).entries()) {
    const packet = new EncodedPacket(bytes, "key", index * packetSeconds, packetSeconds);
    await audio.add(packet, { decoderConfig: opusConfig });
  }
  await output.finalize();
  if (!target.buffer) throw new Error("The WebM was not finished.");
  return new Uint8Array(target.buffer);
}

/** The length of an Opus packet, in seconds. */
const packetSeconds = 0.02;

const opusConfig = { codec: "opus", numberOfChannels: 1, sampleRate: 48_000, description: opusHead() };

/** What a player has to know before the first packet (RFC 7845, "Identification Header"). */
function opusHead(): Uint8Array {
  const head = new Uint8Array(19);
  const view = new DataView(head.buffer);
  head.set(new TextEncoder().encode("OpusHead"));
  view.setUint8(8, 1);
  view.setUint8(9, 1);
  // The encoder's look-ahead, in samples at 48 kHz; then the rate of what went in.
  view.setUint16(10, 312, true);
  view.setUint32(12, 24_000, true);
  return head;
}

/** The one key frame inside of a lossy WebP: it is coded as VP8 (RFC 9649, "Simple File Format (Lossy)"). */
export function keyFrameOf(webp: Uint8Array): Uint8Array {
  const view = new DataView(webp.buffer, webp.byteOffset, webp.byteLength);
  // "VP8 " after "RIFF", a size and "WEBP".
  if (view.getUint32(12) !== 0x56503820) throw new Error("This WebP is not a single lossy picture.");
  return webp.subarray(20, 20 + view.getUint32(16, true));
}
