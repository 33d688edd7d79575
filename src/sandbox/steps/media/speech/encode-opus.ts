import { setImmediate as nextTurn } from "node:timers/promises";
import { toPcm } from "../wav.ts";
import { sampleRate } from "./render-phones.ts";

/** 20 ms of sound. */
const packetSamples = sampleRate / 50;
/** The server gets its turn after so many packets, which is some milliseconds of work. */
const packetsPerTurn = 25;

/** Sound as Opus packets of 20 ms, one channel; the last one is filled up with silence. */
export async function encodeOpus(sound: Float32Array): Promise<Uint8Array[]> {
  const { default: OpusScript } = await import("opusscript");
  const encoder = new OpusScript(sampleRate, 1, OpusScript.Application.AUDIO);
  try {
    encoder.setBitrate(64_000);
    const packets: Uint8Array[] = [];
    for (let at = 0; at < sound.length; at += packetSamples) {
      const samples = new Float32Array(packetSamples);
      samples.set(sound.subarray(at, at + packetSamples));
      packets.push(new Uint8Array(encoder.encode(Buffer.from(toPcm(samples).buffer), packetSamples)));
      if (packets.length % packetsPerTurn === 0) await nextTurn();
    }
    return packets;
  } finally {
    encoder.delete();
  }
}
