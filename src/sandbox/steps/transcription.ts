import type { TranscriptionInput, TranscriptionTimeStamp } from "#contract/step-inputs/transcription.ts";
import { isWebm, readExtras } from "./media/film/clip-extras.ts";
import { readMediaFacts } from "./media/read-media-facts.ts";
import { notesName, readNotes, readWavNotes, type SoundNotes } from "./media/wav.ts";
import { stepHandler } from "./step-handler.ts";

const workSeconds = 2;

export const transcriptionHandler = stepHandler<TranscriptionInput>({
  type: "transcription",
  price: async ({ mediaUrl }, tools) => {
    const { seconds = 0 } = (await tools.mediaFacts(mediaUrl)) ?? {};
    return { base: Math.max(1, Math.ceil(seconds / 30)), factors: {} };
  },
  durationSeconds: () => workSeconds,
  itemCount: () => 1,
  run: async ({ mediaUrl, language, returnTimeStamps }, tools) => {
    const read = await tools.readMedia(mediaUrl);
    if (!read.ok) return read;
    if (!/^(audio|video)\//.test(read.mediaType)) {
      return { ok: false, reason: `The source is ${read.mediaType}, in which nothing is heard.` };
    }
    const facts = await readMediaFacts(read.bytes);
    if (!facts?.seconds) return { ok: false, reason: "The recording is damaged: it does not tell how long it is." };
    const notes = notesIn(read.bytes);
    const heard = notes && notes.words.length > 0 ? notes.words : describe(facts.seconds, read.mediaType);
    const output = {
      text: heard.map(({ text }) => text).join(" "),
      language: language ?? notes?.language ?? "en",
      timeStamps: returnTimeStamps ? heard : [],
      elapsedSeconds: workSeconds,
    };
    return { ok: true, output };
  },
});

/** What is said in one of our own files. */
function notesIn(bytes: Uint8Array): SoundNotes | undefined {
  const [written] = isWebm(bytes) ? readExtras(bytes, notesName) : [];
  return written ? readNotes(written) : readWavNotes(bytes);
}

/** In the place of words that nobody here can hear: what the file is, spread over all of its length. */
function describe(seconds: number, mediaType: string): TranscriptionTimeStamp[] {
  const length =
    seconds < 60 ? `${Number(seconds.toFixed(1))} seconds` : `${Number((seconds / 60).toFixed(1))} minutes`;
  const sentence = `The sandbox hears no words in these ${length} of ${mediaType}: it writes down its own voices only.`;
  const words = sentence.split(" ");
  const share = seconds / words.length;
  const at = (index: number) => Math.round(index * share * 1000) / 1000;
  return words.map((text, index) => ({ text, startTime: at(index), endTime: at(index + 1) }));
}
