import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blobsOf } from "#contract/blob.ts";
import { isObject } from "#contract/json.ts";
import { findStepType } from "#contract/step-inputs/step-types.ts";
import { sniffMediaType } from "../steps/media/sniff-media-type.ts";
import { flux, httpTrial, origin } from "./http-trial.ts";
import { leastInputs } from "./least-inputs.ts";

/* The files of every step type of the vendor's published document that is not built in; the document is data for tests. */
const documentPath = join(process.env.CONTRACT_DATA ?? "../shared", "contract/openapi.json");
const document = existsSync(documentPath) ? JSON.parse(readFileSync(documentPath, "utf8")) : undefined;

/** The members of outputs that hold files or links to them, each with what its bytes have to be. */
const kinds: Record<string, string> = {
  "blobArchive url": "zip",
  "comfyNodepackSnapshot results.layer": "tar",
  "comfyNodepackSnapshot results.objectInfo": "json",
  "comfyNodepackSnapshot results.web": "tar",
  "composeMedia audioBlob": "audio",
  "customComfy blobs": "image",
  "customComfy tempBlobs": "image",
  "imageResourceTraining epochs.blobUrl": "safetensors",
  "imageResourceTraining epochs.sampleImages": "image",
  "imageToSvg svg": "svg",
  "imageUpload blob": "image",
  "miniMaxMusic3 audioBlob": "audio",
  "miniMaxMusic3 blob": "audio",
  "model3DPreview images": "image",
  "polyGen model": "glb",
  "polyGen fbxModel": "fbx",
  "polyGen thumbnail": "image",
  "polyGen riggedModel": "glb",
  "polyGen riggedFbxModel": "fbx",
  "polyGen animatedModel": "glb",
  "polyGen animatedFbxModel": "fbx",
  "polyGen basicAnimations.walkingModel": "glb",
  "polyGen basicAnimations.walkingFbxModel": "fbx",
  "polyGen basicAnimations.walkingArmatureModel": "glb",
  "polyGen basicAnimations.runningModel": "glb",
  "polyGen basicAnimations.runningFbxModel": "fbx",
  "polyGen basicAnimations.runningArmatureModel": "glb",
  "preprocessImage blob": "image",
  "training epochs.model": "safetensors",
  "training epochs.samples": "image",
  "videoBackgroundRemoval video": "video",
  "videoEnhancement video": "video",
  "videoFrameExtraction frames": "image",
  "videoInterpolation video": "video",
};

describe.skipIf(!document)("the files of published outputs", () => {
  const rateLimit = { perMinute: 1e9, burst: 1e9 };
  const open = () => httpTrial({ rateLimit, ...(document ? { publishedDocument: document } : {}) });
  const trial = open();
  const token = "sandbox_published_files";

  async function run(steps: unknown[]): Promise<Record<string, unknown>[]> {
    const { id } = await trial.submit({ steps }, { token });
    await trial.pass(20);
    const { body } = await trial.say("GET", `/v2/consumer/workflows/${id}`, { token });
    expect(body.status, JSON.stringify(body.steps)).toBe("succeeded");
    return body.steps.map(({ output }: { output: Record<string, unknown> }) => output);
  }

  async function fetchFile(url: string): Promise<{ mediaType: string; bytes: Buffer }> {
    const { headers } = await trial.sandbox.fetch(new Request(url));
    const file = await trial.sandbox.fetch(new Request(headers.get("Location") ?? ""));
    return { mediaType: file.headers.get("Content-Type") ?? "", bytes: Buffer.from(await file.arrayBuffer()) };
  }

  // Clips are really encoded, which takes its time on a busy machine.
  it("are each of the kind that its member names, in every member of every type", { timeout: 120_000 }, async () => {
    await trial.say("POST", "/_sandbox/accounts", { body: { token, balances: { blue: 1e6, green: 0, yellow: 0 } } });
    const found: Record<string, string> = {};
    for (const type of new Set(leastInputs(document).map((least) => least.type))) {
      if (findStepType(type)) continue;
      const [output] = await run([{ $type: type, input: inputOf(type) }]);
      for (const [member, url] of linksIn(output)) {
        const { mediaType, bytes } = await fetchFile(url);
        found[`${type} ${member}`] = await kindOf(mediaType, bytes);
      }
    }
    expect(found).toEqual(kinds);
  });

  it("are of no medium where they are none, and of a name that says what they are", async () => {
    const [training] = await run([{ $type: "training", input: inputOf("training") }]);
    expect(training).toMatchObject({ moderationStatus: "approved", epochs: [{ epochNumber: 1 }] });
    const [epoch] = (training?.epochs ?? []) as { model: Record<string, unknown> }[];
    expect(epoch?.model).toMatchObject({ id: expect.stringMatching(/\.safetensors$/), available: true });
    expect(epoch?.model).not.toHaveProperty("type");
    expect(blobsOf(epoch)[0]).toMatchObject({ path: "model", medium: undefined });
  });

  it("are, in an archive, the files that were listed, under the names that were wished for", async () => {
    const [picture] = await run([flux("a fox")]);
    const [{ id: blobId, url } = none] = (picture?.images ?? []) as { id: string; url: string }[];
    const entries = [{ blobId, fileName: "../den/fox.jpeg" }, { blobId, fileName: "fox.jpeg" }, { blobId: "none.png" }];
    const [zip, tar] = await run(
      ["zip", "tar"].map((format) => ({ $type: "blobArchive", input: { entries, format } })),
    );
    expect([zip, tar]).toMatchObject([
      { entryCount: 2, format: "zip" },
      { entryCount: 2, format: "tar" },
    ]);
    const bytes = (await fetchFile(url)).bytes;
    for (const archive of [zip, tar]) {
      const content = (await fetchFile(String(archive?.url))).bytes;
      const text = content.toString("latin1");
      for (const name of ["fox.jpeg", "fox (2).jpeg", "left-out.txt"]) expect(text).toContain(name);
      expect(text).not.toContain("../den");
      expect(content.indexOf(bytes)).toBeGreaterThan(0);
    }
    expect(Date.parse(String(zip?.expiresAt))).toBeGreaterThan(trial.clock.now());
  });

  it("are a film where a composition is asked for one, or is made of one", async () => {
    const elements = [{ url: "https://example.test/a.wav" }];
    const outputs = await run([
      { $type: "composeMedia", input: { elements, output: { type: "video" } } },
      { $type: "composeMedia", input: { elements: [...elements, { url: "https://example.test/b.mp4?x=1" }] } },
    ]);
    expect(outputs).toMatchObject([
      { type: "video", videoBlob: { type: "video" } },
      { type: "video", videoBlob: { type: "video" } },
    ]);
  });

  function inputOf(type: string): unknown {
    return leastInputs(document).find((least) => least.type === type)?.input;
  }
});

const none = { id: "", url: "" };

/** The places of an output that lead to files, as names with dots between, each with its first link. */
function linksIn(output: unknown, place: readonly string[] = []): [string, string][] {
  if (typeof output === "string") return output.startsWith(origin) ? [[place.join("."), output]] : [];
  if (Array.isArray(output)) return output.flatMap((item) => linksIn(item, place));
  if (!isObject(output)) return [];
  if (typeof output.id === "string" && typeof output.available === "boolean")
    return [[place.join("."), String(output.url)]];
  return Object.entries(output).flatMap(([name, item]) => linksIn(item, [...place, name]));
}

/** What bytes are by themselves, where their media type says the same. */
async function kindOf(mediaType: string, bytes: Buffer): Promise<string> {
  const sniffed = sniffMediaType(bytes);
  if (sniffed) return sniffed === mediaType ? (mediaType.split("/")[0] ?? "") : `${sniffed}, called ${mediaType}`;
  switch (mediaType) {
    case "image/svg+xml":
      return /^<svg xmlns=.*<\/svg>$/s.test(bytes.toString()) ? "svg" : "none";
    case "application/zip":
      // The record that ends every zip, 22 bytes before its end where there is no comment.
      return bytes.readUInt32LE(0) === 0x04034b50 && bytes.readUInt32LE(bytes.length - 22) === 0x06054b50
        ? "zip"
        : "none";
    case "application/x-tar":
      return bytes.toString("latin1", 257, 262) === "ustar" && bytes.length % 512 === 0 && hasTarSum(bytes)
        ? "tar"
        : "none";
    case "application/json":
      return isObject(JSON.parse(bytes.toString())) ? "json" : "none";
    case "application/x-safetensors":
      return isSafetensors(bytes) ? "safetensors" : "none";
    case "model/gltf-binary":
      return bytes.toString("latin1", 0, 4) === "glTF" && bytes.readUInt32LE(8) === bytes.length ? "glb" : "none";
    case "application/x-fbx":
      return (await meshesOf(bytes)) === 1 ? "fbx" : "none";
    default:
      return `none, called ${mediaType}`;
  }
}

function hasTarSum(bytes: Buffer): boolean {
  const header = Buffer.from(bytes.subarray(0, 512));
  const told = Number.parseInt(header.toString("latin1", 148, 154), 8);
  header.fill(" ", 148, 156);
  return header.reduce((sum, byte) => sum + byte, 0) === told;
}

/** Whether the tensors that the header tells of lie one after the other and fill the file. */
function isSafetensors(bytes: Buffer): boolean {
  const start = 8 + Number(bytes.readBigUInt64LE(0));
  const { __metadata__: _, ...tensors } = JSON.parse(bytes.toString("utf8", 8, start));
  let end = 0;
  for (const { dtype, shape, data_offsets: range } of Object.values<{
    dtype: string;
    shape: number[];
    data_offsets: [number, number];
  }>(tensors)) {
    const length = 4 * shape.reduce((product, edge) => product * edge, 1);
    if (dtype !== "F32" || range[0] !== end || range[1] - range[0] !== length) return false;
    end = range[1];
  }
  return start % 8 === 0 && end > 0 && start + end === bytes.length;
}

async function meshesOf(bytes: Buffer): Promise<number> {
  const { FBXLoader } = await import(untyped);
  let meshes = 0;
  const scene = new FBXLoader().parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), "");
  scene.traverse((node: object) => {
    if ("isMesh" in node) meshes += 1;
  });
  return meshes;
}

/** The reader has no types; by a name that is no constant, the compiler does not look for them. */
const untyped: string = "three/addons/loaders/FBXLoader.js";
