import type { Medium } from "#contract/blob.ts";
import type { OutputPort } from "#contract/catalogue/catalogue.ts";
import { mediumOfStep } from "#contract/catalogue/compile-catalogue.ts";
import { isObject } from "#contract/json.ts";
import type { PublishedStep } from "#contract/published/published-steps.ts";
import { internalBlobUrl } from "../../media-access.ts";
import { textsIn } from "../../scenarios.ts";
import { flatPrice } from "../flat-price.ts";
import { known } from "../known.ts";
import { lookOf } from "../look.ts";
import { drawPicture } from "../media/draw-picture.ts";
import { seededRandom } from "../media/seeded-random.ts";
import { type Tracing, tracePicture } from "../media/trace-picture.ts";
import { type NewBlob, type RunTools, type StepHandler, stepHandler } from "../step-handler.ts";
import { type Archive, archiveEntries } from "./archive-entries.ts";
import { composedType } from "./composed-type.ts";
import { type FileRequest, madeFile, sizeOf, svgFile } from "./made-file.ts";
import { makeOutput } from "./make-output.ts";
import { plainFileOf } from "./plain-file.ts";

/** Seconds of work at speed 1 by what a step makes. Source: decisions, "Step types". */
const durations: Record<Medium | "text", number> = { image: 4, video: 12, audio: 6, model3d: 12, text: 2 };

/** The names under which inputs say how many results they want. */
const counts = ["quantity", "numImages", "numberOfImages", "batchSize", "n"];
const mostItems = 32;

/**
 * Runs a step type of a published document for the flat price, with an output that is made up from its schema.
 * Source: decisions, "Step types".
 */
export function publishedHandler(published: PublishedStep): StepHandler {
  const { stepType, output, reader } = published;
  const files = stepType.outputs.filter(({ kind }) => kind !== "text" && kind !== "number" && kind !== "data");
  const [first] = files;
  const main = first?.kind as Medium | undefined; // Proven by the filter above.
  const hasList = files.some(({ isList }) => isList);
  const itemCount = (input: unknown) => (hasList ? countIn(input) : 1);
  return stepHandler<unknown>({
    type: stepType.type,
    price: () => flatPrice,
    durationSeconds: () => durations[main ?? "text"],
    itemCount,
    async run(input, tools) {
      const seed = seedOf(input) ?? tools.seed;
      const random = seededRandom(isObject(input) ? lookOf(input) : stepType.type, seed);
      const subject = subjectOf(input) ?? `Made up by the sandbox for ${stepType.type}.`;
      const tracing = files.some(isSvg) ? await traceInput(input, subject, seed, tools) : undefined;
      const archive = stepType.type === "blobArchive" ? await archiveEntries(input, tools) : undefined;
      const place = { type: stepType.type, subject, random, now: tools.now };
      const fileOf = (medium: Medium, name: string): NewBlob => {
        if (tracing && name === svgName) return svgFile(tracing);
        const request: FileRequest = { name, input, prompt: subject, seed: tools.seed, random };
        return plainFileOf({ ...place, name }) ?? madeFile(medium, request);
      };
      const made = makeOutput(
        {
          ...{ reader, random, subject, items: tools.items, now: tools.now },
          medium: mediumOfStep(stepType.type),
          variant: composedType(input),
          addFile: (medium, name) => tools.addBlob(fileOf(medium, name)),
          linkFile: (name) => internalBlobUrl(tools.addBlob(archive?.file ?? fileOf("image", name)).id),
        },
        output ?? {},
      );
      return { ok: true, output: withAudioName(withArchive(made, archive)) };
    },
  });
}

/** A file that is to be an SVG says so by its name alone. */
const svgName = "svg";
const isSvg = ({ path }: OutputPort) => path.split(".").includes(svgName);

/** The shapes of the picture that the step was given, or of one that its words stand for. */
async function traceInput(input: unknown, prompt: string, seed: number, tools: RunTools): Promise<Tracing> {
  for (const source of isObject(input) ? [input.image, input.imageUrl] : []) {
    const read = typeof source === "string" ? await tools.readMedia(source) : undefined;
    if (read?.ok && read.mediaType.startsWith("image/")) return tracePicture(read.bytes);
  }
  return tracePicture(await drawPicture({ prompt, seed, ...sizeOf(input), format: "png" }));
}

function withArchive(output: unknown, archive: Archive | undefined): unknown {
  if (!archive || !isObject(output)) return output;
  return { ...output, entryCount: archive.entryCount, format: archive.format };
}

/** The guide refers to the file of an audio step as `audioBlob`, whatever its schema calls it. */
function withAudioName(output: unknown): unknown {
  const blob = isObject(output) ? output.blob : undefined;
  return isObject(output) && isObject(blob) && blob.type === "audio" ? { ...output, audioBlob: blob } : output;
}

function countIn(input: unknown): number {
  const given = isObject(input) ? counts.map((name) => input[name]).find((value) => value !== undefined) : undefined;
  const count = known(given, 1);
  return typeof count === "number" && count >= 1 ? Math.min(mostItems, Math.floor(count)) : 1;
}

function seedOf(input: unknown): number | undefined {
  return isObject(input) && typeof input.seed === "number" ? input.seed : undefined;
}

/** The text that says most about what is wanted. */
function subjectOf(input: unknown): string | undefined {
  const named = isObject(input)
    ? ["prompt", "text", "lyrics", "description", "musicDescription"].map((name) => input[name])
    : [];
  const text = named.find((value): value is string => typeof value === "string" && value.trim() !== "");
  return text ?? textsIn(input).find((one) => /\s/.test(one) && !one.startsWith("http"));
}
