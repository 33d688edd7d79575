import { groupOf } from "#contract/catalogue/overlay.ts";
import type { SeededRandom } from "../media/seeded-random.ts";
import type { NewBlob } from "../step-handler.ts";
import { makeTar } from "./make-archive.ts";
import { makeWeights } from "./make-weights.ts";

/** Where a file is to stand: the step type, the name of the member, and what the step is about. */
export type FilePlace = { type: string; name: string; subject: string; random: SeededRandom; now: number };

/**
 * The file of a member that is no picture, film, sound or 3D model, though its schema may take it for one; `undefined`
 * for the others. What such a member leads to is told by its name and its description alone.
 */
export function plainFileOf(place: FilePlace): NewBlob | undefined {
  const { name, subject, now } = place;
  if (isTrainedModel(place)) {
    return file("application/x-safetensors", makeWeights(place.random, { ss_training_comment: subject }));
  }
  switch (name) {
    // The three files of a snapshot of a ComfyUI node pack.
    case "layer":
    case "web":
      return file("application/x-tar", makeTar([{ name: `${name}/README.txt`, bytes: text(subject) }], now));
    case "objectInfo":
      return file("application/json", text(JSON.stringify({ SampleNode: { input: {}, output: ["IMAGE"] } })));
    default:
      return undefined;
  }
}

/** `model` and `blobUrl` of an epoch are the weights that came out of it. */
function isTrainedModel({ type, name }: FilePlace): boolean {
  return groupOf(type) === "training" && (name === "model" || name === "blobUrl");
}

function file(mediaType: string, bytes: Uint8Array): NewBlob {
  return { medium: "file", mediaType, content: { kind: "bytes", bytes } };
}

const text = (content: string) => new TextEncoder().encode(content);
