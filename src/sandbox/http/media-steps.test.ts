import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makeTone } from "../steps/media/tone.ts";
import { flux, httpTrial } from "./http-trial.ts";

const text = "The lake remembers every step.";
const speak = (words: string) => ({ $type: "textToSpeech", name: "speak", input: { engine: "custom", text: words } });
const from = (step: string, path: string) => ({ $ref: step, path });
const elsewhere = "https://media.example/file";

/** Submit the steps, let them run, and answer the workflow in the end. */
async function run(steps: object[], more: object = {}, trial = httpTrial()) {
  const { id } = await trial.submit({ steps, ...more });
  await trial.pass(60);
  return (await trial.say("GET", `/v2/consumer/workflows/${id}`)).body;
}

describe("a chain of sound", () => {
  it("writes down what another step has spoken, and serves the sound", async () => {
    const trial = httpTrial();
    const mediaUrl = from("speak", "output.audioBlob.url");
    const { status, steps } = await run([speak(text), { $type: "transcription", input: { mediaUrl } }], {}, trial);
    expect(status).toBe("succeeded");
    expect(steps[1].output).toMatchObject({ text, language: "en" });
    const { audioBlob } = steps[0].output;
    const last = steps[1].output.timeStamps.at(-1);
    expect(last.endTime).toBeLessThanOrEqual(audioBlob.duration);
    const { headers } = await trial.sandbox.fetch(new Request(audioBlob.url));
    const file = await trial.sandbox.fetch(new Request(headers.get("Location") ?? ""));
    expect(file.headers.get("Content-Type")).toBe("audio/wav");
  });

  it("prices an uploaded recording by its length, and reads one that is sent along", async () => {
    const trial = httpTrial();
    const recording = makeTone({ text: "hum", seed: 1, seconds: 61 });
    const headers = { "Content-Type": "audio/wav" };
    const { body: blob } = await trial.say("POST", "/v2/consumer/blobs", { body: recording, headers });
    expect(blob.duration).toBeCloseTo(61, 1);
    const quote = { steps: [{ $type: "transcription", input: { mediaUrl: blob.url } }] };
    const { body: quoted } = await trial.say("POST", "/v2/consumer/workflows?whatif=true", { body: quote });
    expect(quoted.cost.total).toBe(3);
    const short = Buffer.from(makeTone({ text: "hum", seed: 1, seconds: 2 })).toString("base64");
    const sent = { $type: "transcription", input: { mediaUrl: `data:audio/wav;base64,${short}` } };
    const { steps } = await run([sent], {}, trial);
    expect(steps[0].output.text).toContain("2 seconds of audio/wav");
  });
});

describe("a chain of pictures", () => {
  it("tags and hashes what another step has drawn", async () => {
    const mediaUrl = from("$0", "output.images[0].url");
    const { status, steps } = await run([
      flux("a lighthouse at dawn"),
      { $type: "wdTagging", input: { mediaUrl } },
      { $type: "mediaHash", input: { mediaUrl, hashTypes: ["perceptualDct"] } },
    ]);
    expect(status).toBe("succeeded");
    expect(steps[1].output.tags).toHaveProperty("lighthouse");
    expect(steps[2].output.hashes.perceptualDct).toMatch(/^[0-9a-f]{16}$/);
  });

  it("loads into a graph what is sent along", async () => {
    const picture = await sharp({ create: { width: 32, height: 16, channels: 3, background: "#ff0000" } })
      .png()
      .toBuffer();
    const comfyWorkflow = {
      "1": { classType: "LoadImage", inputs: { image: `data:image/png;base64,${picture.toString("base64")}` } },
      "2": { classType: "SaveImage", inputs: { images: ["1", 0] } },
    };
    const { steps } = await run([{ $type: "comfy", input: { comfyWorkflow, quantity: 2 } }]);
    expect(steps[0].output.blobs).toMatchObject([
      { type: "image", width: 32, height: 16 },
      { type: "image", width: 32, height: 16 },
    ]);
    expect(steps[0].jobs).toHaveLength(2);
  });
});

describe("words in the text of any step", () => {
  const song = (lyrics: string) => ({
    $type: "aceStepAudio",
    input: { musicDescription: "folk", lyrics, duration: 2 },
  });
  const graph = (words: string, quantity = 1) => ({
    $type: "comfy",
    input: {
      quantity,
      comfyWorkflow: {
        "1": { classType: "CLIPTextEncode", inputs: { text: words } },
        "2": { classType: "KSampler", inputs: { positive: ["1", 0], seed: 3 } },
        "3": { classType: "SaveImage", inputs: { images: ["2", 0] } },
      },
    },
  });

  it.each([
    ["speech", speak("Good night [rated:x]"), "audioBlob"],
    ["a song", song("[rated:r] la la"), "blob"],
  ])("withhold %s that they rate as mature", async (_, step, name) => {
    const { status, steps } = await run([step], { allowMatureContent: false });
    expect(status).toBe("succeeded");
    expect(steps[0].output[name]).toMatchObject({ available: false, blockedReason: "MatureContent" });
    expect(steps[0].output[name]).not.toHaveProperty("url");
  });

  it.each([
    ["speech", speak("Good night [fail]")],
    ["a song", song("la la [fail]")],
    ["a graph", graph("a lighthouse [fail]")],
    ["tags", { $type: "wdTagging", input: { mediaUrl: elsewhere, prompt: "[fail]" } }],
    ["a transcript", { $type: "transcription", input: { mediaUrl: elsewhere, context: "[fail]" } }],
  ])("fail %s, which is refunded", async (_, step) => {
    const { status, steps, cost } = await run([step]);
    expect([status, cost.total]).toEqual(["failed", 0]);
    expect(steps[0].reason).toContain("[fail]");
  });

  it("block speech for good", async () => {
    const { status, steps, cost } = await run([speak("Good night [blocked:Voice]")]);
    expect([status, cost.total]).toEqual(["succeeded", 0]);
    expect(steps[0].output.audioBlob).toMatchObject({ available: false, blockedReason: "Voice" });
  });

  it("leave out one run of a graph and refund its share", async () => {
    const { steps, cost } = await run([graph("a lighthouse [partial]", 2)]);
    expect(steps[0].output.blobs).toHaveLength(1);
    expect(cost.total).toBe(5);
  });
});

describe("media on another host", () => {
  it.each([
    ["transcription", { mediaUrl: elsewhere }],
    ["wdTagging", { mediaUrl: elsewhere }],
    ["mediaHash", { mediaUrl: elsewhere, hashTypes: ["perceptual"] }],
    ["mediaRating", { image: elsewhere }],
    ["videoUpscaler", { video: elsewhere }],
    ["textToSpeech", { engine: "custom", text, refAudioUrl: elsewhere, xVectorOnlyMode: true }],
    ["aceStepAudio", { musicDescription: "folk", lyrics: "", duration: 2, cover: { imageUrl: elsewhere } }],
    [
      "comfy",
      {
        comfyWorkflow: {
          "1": { classType: "LoadImage", inputs: { image: elsewhere } },
          "2": { classType: "SaveImage", inputs: { images: ["1", 0] } },
        },
      },
    ],
  ])("fails %s with a reason, and costs nothing", async ($type, input) => {
    const { status, steps, cost } = await run([{ $type, input }]);
    expect([status, cost.total]).toEqual(["failed", 0]);
    expect(steps[0].reason).toContain("never fetches media from other hosts");
  });
});

describe("a blank text where a file is wanted", () => {
  it("is refused at once, priced or run, and nothing is charged", async () => {
    const { say } = httpTrial();
    const body = { steps: [{ $type: "imageUpscaler", input: { image: "" } }] };
    for (const query of ["", "?whatif=true"]) {
      const answer = await say("POST", `/v2/consumer/workflows${query}`, { body });
      expect(answer.status).toBe(400);
      expect(Object.keys(answer.body.errors)).toEqual(["steps[0].input.image"]);
    }
    expect((await say("GET", "/_sandbox/account")).body.balances).toEqual({ blue: 500, green: 1000, yellow: 2000 });
  });
});
