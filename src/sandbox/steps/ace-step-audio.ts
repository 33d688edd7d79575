import type { AceStepAudioInput } from "#contract/step-inputs/ace-step-audio.ts";
import { known } from "./known.ts";
import { filmCover } from "./media/music/film-cover.ts";
import { type MusicRequest, recordMusic } from "./media/music/make-music.ts";
import { priceTotal } from "./price-total.ts";
import { type RunTools, type StepResult, stepHandler } from "./step-handler.ts";

export const aceStepAudioHandler = stepHandler<AceStepAudioInput>({
  type: "aceStepAudio",
  // Facts 3.4: 1 + 0.1 x duration, which is not rounded there; a step's fractional price is rounded up here (decisions).
  price: ({ duration }) => ({ base: priceTotal({ base: 1 + 0.1 * known(duration, 60), factors: {} }), factors: {} }),
  durationSeconds: () => 6,
  itemCount: () => 1,
  run: async (input, tools) => {
    const { duration, cover } = input;
    const music: MusicRequest = {
      ...{ description: input.musicDescription, lyrics: input.lyrics, seed: input.seed ?? tools.seed },
      ...{ seconds: duration, bpm: input.bpm, beats: Number(input.timeSignature), key: input.key },
      ...{ instrumentalWeight: input.instrumentalWeight, vocalWeight: input.vocalWeight, language: input.language },
    };
    if (cover) return withCover(cover.imageUrl, music, tools);
    const blob = tools.addBlob({
      ...{ medium: "audio", mediaType: "audio/wav", duration },
      content: { kind: "recipe", recipe: { maker: "music", ...music } },
    });
    // The guide refers to the file of any audio step as audioBlob; the published schema has blob alone.
    return { ok: true, output: { blob, audioBlob: blob } };
  },
});

/** A WebM with the picture. It works on bytes that may not be had, so it is made at once. */
async function withCover(imageUrl: string, music: MusicRequest, tools: RunTools): Promise<StepResult> {
  const read = await tools.readMedia(imageUrl);
  if (!read.ok) return read;
  const { bytes, width, height } = await filmCover(read.bytes, await recordMusic(music), music.seconds);
  const blob = tools.addBlob({
    ...{ medium: "video", mediaType: "video/webm", content: { kind: "bytes", bytes } },
    ...{ width, height, duration: music.seconds },
  });
  return { ok: true, output: { blob } };
}
