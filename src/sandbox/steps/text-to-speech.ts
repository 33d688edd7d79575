import type { TextToSpeechInput } from "#contract/step-inputs/text-to-speech.ts";
import { seedFrom } from "../random.ts";
import { known } from "./known.ts";
import { planSpeech } from "./media/speech/plan-speech.ts";
import { designVoice, speakAs, speakerVoices, type Voice } from "./media/speech/voices.ts";
import { readWavNotes } from "./media/wav.ts";
import { type RunTools, stepHandler } from "./step-handler.ts";

/** Qwen's tokens of sound in a second. Source: contract, "maxNewTokens". */
const tokensPerSecond = 12.5;
/** Longer speech is cut off: ten minutes of WAV are 29 MB. */
const longestSeconds = 600;

/** Who speaks where the input names nobody. */
const usualSpeaker = "vivian";

export const textToSpeechHandler = stepHandler<TextToSpeechInput>({
  type: "textToSpeech",
  price: (input) => ({
    base: Math.max(1, Math.ceil(known(input.text, "").length / 100)),
    factors: speakerFactors(input),
  }),
  durationSeconds: () => 6,
  itemCount: () => 1,
  run: async (input, tools) => {
    const chosen = await chooseVoice(input, tools);
    if (!chosen.ok) return chosen;
    const { voice, modelType, speaker } = chosen;
    const limit = longestOf(input);
    const { words, seconds } = planSpeech(input.text, voice, limit);
    if (words.length === 0) return { ok: false, reason: "There are no words to speak." };
    const language = input.language ?? undefined;
    const recipe = { maker: "speech", text: input.text, voice, language, longestSeconds: limit } as const;
    const audioBlob = tools.addBlob({
      ...{ medium: "audio", mediaType: "audio/wav", content: { kind: "recipe", recipe } },
      duration: seconds,
    });
    return { ok: true, output: { audioBlob, modelType, speaker } };
  },
});

function speakerFactors(input: TextToSpeechInput): Record<string, number> {
  return "speaker" in input && input.speaker ? { speaker: 2.6 } : {};
}

type ChosenVoice =
  | { ok: true; voice: Voice; modelType: string; speaker: string | null }
  | { ok: false; reason: string };

async function chooseVoice(input: TextToSpeechInput, tools: RunTools): Promise<ChosenVoice> {
  const instruct = "instruct" in input ? (input.instruct ?? "") : "";
  const recording = "refAudioUrl" in input ? input.refAudioUrl : undefined;
  if ("speaker" in input && input.speaker) {
    const voice = speakAs(speakerVoices[input.speaker], instruct);
    return { ok: true, voice, modelType: "custom_voice", speaker: input.speaker };
  }
  if (recording) return cloneVoice(recording, input, instruct, tools);
  if ("operation" in input && input.operation === "base") {
    return { ok: false, reason: "There is no recording whose voice to take (refAudioUrl)." };
  }
  if (instruct && input.engine === "vllm-omni") {
    return { ok: true, voice: designVoice(instruct), modelType: "voice_design", speaker: null };
  }
  const voice = speakAs(speakerVoices[usualSpeaker], instruct);
  return { ok: true, voice, modelType: "custom_voice", speaker: usualSpeaker };
}

/** The very voice of one of our own recordings; of another's, one that its bytes decide. */
async function cloneVoice(
  recording: string,
  input: TextToSpeechInput,
  instruct: string,
  tools: RunTools,
): Promise<ChosenVoice> {
  const isSoundEnough = !("xVectorOnlyMode" in input) || input.xVectorOnlyMode;
  if (!isSoundEnough && !("refText" in input && input.refText)) {
    return { ok: false, reason: "The words of the recording are missing (refText), and xVectorOnlyMode is off." };
  }
  const clone = (voice: Voice): ChosenVoice => ({
    ...{ ok: true, voice: speakAs(voice, instruct), modelType: "base", speaker: null },
  });
  // A resource by its AIR can't be had here: its name decides.
  if (/^(urn:)?air:/i.test(recording)) return clone(designVoice(recording));
  const read = await tools.readMedia(recording);
  if (!read.ok) return read;
  if (!/^(audio|video)\//.test(read.mediaType)) {
    return { ok: false, reason: `The recording is ${read.mediaType}, in which nobody is heard.` };
  }
  const kept = readWavNotes(read.bytes)?.voice;
  return clone(isVoice(kept) ? kept : designVoice(`voice ${seedFrom(Buffer.from(read.bytes).toString("latin1"))}`));
}

function isVoice(value: unknown): value is Voice {
  if (typeof value !== "object" || value === null) return false;
  return ["pitchHz", "mouth", "pace", "breath"].every((name) => typeof Reflect.get(value, name) === "number");
}

function longestOf(input: TextToSpeechInput): number {
  const tokens = "maxNewTokens" in input ? input.maxNewTokens : undefined;
  return tokens ? Math.min(longestSeconds, Math.max(1, tokens) / tokensPerSecond) : longestSeconds;
}
