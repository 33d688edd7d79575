import type { Medium } from "#contract/blob.ts";
import { isObject } from "#contract/json.ts";
import { seedFrom } from "../../random.ts";
import { clipSize } from "../media/film/clip.ts";
import type { SeededRandom } from "../media/seeded-random.ts";
import type { Tracing } from "../media/trace-picture.ts";
import type { NewBlob } from "../step-handler.ts";
import { makeBox } from "./box.ts";
import { makeFbx } from "./make-fbx.ts";
import { makeModel } from "./make-model.ts";

/** What a file is made from. `name`: of the member that it is for; `seed`: of the run. */
export type FileRequest = { name: string; input: unknown; prompt: string; seed: number; random: SeededRandom };

/** A real file of a medium, of which the input decides how it looks or sounds. */
export function madeFile(medium: Medium, { name, input, prompt, random, ...request }: FileRequest): NewBlob {
  const seed = seedFrom(request.seed, random.integer(0, 0xffffffff));
  const { width, height } = sizeOf(input);
  switch (medium) {
    case "image": {
      const picture = { maker: "picture", prompt, seed, width, height, format: "jpeg" } as const;
      return { medium, mediaType: "image/jpeg", content: { kind: "recipe", recipe: picture }, width, height };
    }
    case "video": {
      const [size, seconds] = [clipSize(width, height), secondsOf(input, 5, 30)];
      const clip = { maker: "clip", prompt, seed, ...size, seconds, framesPerSecond: 12 } as const;
      return {
        medium,
        mediaType: "video/mp4",
        content: { kind: "recipe", recipe: clip },
        ...size,
        duration: seconds,
      };
    }
    case "audio": {
      const seconds = secondsOf(input, 6, 600);
      const tone = { maker: "tone", text: prompt, seed, seconds } as const;
      return { medium, mediaType: "audio/wav", content: { kind: "recipe", recipe: tone }, duration: seconds };
    }
    case "model3d": {
      const box = makeBox(random);
      // A file that is to be an FBX says so by its name alone.
      const [mediaType, bytes] = /fbx/i.test(name)
        ? ["application/x-fbx", makeFbx(box)]
        : ["model/gltf-binary", makeModel(box)];
      return { medium, mediaType, content: { kind: "bytes", bytes } };
    }
  }
}

/** Traced shapes as a file. */
export function svgFile({ svg, width, height }: Tracing): NewBlob {
  const bytes = new TextEncoder().encode(svg);
  return { medium: "image", mediaType: "image/svg+xml", content: { kind: "bytes", bytes }, width, height };
}

/** The size that an input asks for, or a square. */
export function sizeOf(input: unknown): { width: number; height: number } {
  const edge = (name: string) => {
    const value = isObject(input) ? input[name] : undefined;
    return typeof value === "number" && value >= 16 && value <= 8192 ? Math.round(value) : undefined;
  };
  const [width, height] = [edge("width"), edge("height")];
  return { width: width ?? height ?? 1024, height: height ?? width ?? 1024 };
}

function secondsOf(input: unknown, usual: number, most: number): number {
  const given = isObject(input) ? (input.duration ?? input.durationSeconds) : undefined;
  return typeof given === "number" && given > 0 ? Math.min(most, given) : usual;
}
