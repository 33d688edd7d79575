import type { ComfyNode } from "#contract/step-inputs/comfy.ts";
import { ancestorsOf, type Graph, linkOf, numberOf } from "./graph.ts";

/** What a graph wants to see where a model would draw. Pixels. */
export type GraphPrompt = { prompt: string; seed: number | undefined; width: number; height: number; batch: number };

/** Inputs in which nodes carry words. */
const wordInputs = /^(text|prompt|string|value|wildcard_text|t5xxl|clip_[lg]|text_[a-z0-9]+|string_[a-z0-9]+)$/;
/** Inputs that lead to models and pictures, in which no words are looked for. */
const wordless = /^(model|clip|clip_vision|vae|control_net|images?|pixels|samples|latent_image|mask|negative)$/;

const usualEdge = 1024;
const [smallest, largest] = [16, 4096];
const mostInBatch = 16;
/** In characters. */
const longestWords = 20_000;

/** The words that a sampler among the ancestors of a node goes by, its seed, and the size of its latent picture. */
export function readPrompt(graph: Graph, id: string): GraphPrompt {
  const ancestors = ancestorsOf(graph, id);
  const sampler = ancestors.find((node) => linkOf(node.inputs.positive) !== undefined);
  const positive = linkOf(sampler?.inputs.positive);
  const latent = ancestors.find((node) => /latent/i.test(node.classType) && numberOf(node, "width") !== undefined);
  const edge = (name: string) => Math.round(clamp(numberOf(latent, name) ?? usualEdge, smallest, largest));
  return {
    prompt: (positive === undefined ? wordsAt(graph, id) : wordsAt(graph, positive)) || "An untitled graph",
    seed: seedOf(sampler) ?? ancestors.map(seedOf).find((seed) => seed !== undefined),
    width: edge("width"),
    height: edge("height"),
    batch: Math.round(clamp(numberOf(latent, "batch_size") ?? 1, 1, mostInBatch)),
  };
}

/**
 * The words of a node and of those that it takes words from, put together as the node says. Each node is read once and
 * tells so much at most: a few nodes that each double the words of the one before come to more than anybody can hold.
 */
function wordsAt(graph: Graph, id: string, read = new Map<string, string>()): string {
  const node = graph[id];
  const known = read.get(id);
  if (!node || known !== undefined) return known ?? "";
  const parts = Object.entries(node.inputs).flatMap(([name, input]) => {
    const link = linkOf(input);
    if (link !== undefined) return wordless.test(name) ? [] : [wordsAt(graph, link, read)];
    return typeof input === "string" && wordInputs.test(name) ? [input] : [];
  });
  const { delimiter } = node.inputs;
  const written = parts.filter((part) => part.trim() !== "");
  const words = written.join(typeof delimiter === "string" ? delimiter : ", ").slice(0, longestWords);
  read.set(id, words);
  return words;
}

function seedOf(node: ComfyNode | undefined): number | undefined {
  return numberOf(node, "seed") ?? numberOf(node, "noise_seed");
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
