import { isObject } from "#contract/json.ts";
import { printPath } from "#contract/problem.ts";
import { readReference, referencesIn, valueAt, withValueAt } from "#contract/reference.ts";
import { internalBlobUrl } from "../media-access.ts";
import type { StoredBlob } from "../store/blob-store.ts";
import type { StoredStep } from "../store/step-store.ts";
import { blobFacts, mapBlobs } from "./map-blobs.ts";

/** What references can reach. */
export type Reachable = {
  steps: readonly StoredStep[];
  arguments: Record<string, unknown>;
  blobs: ReadonlyMap<string, StoredBlob>;
};

/** An input without references, or why there is none: it has to wait for a release, or a reference leads nowhere. */
export type ResolvedInput =
  | { ok: true; input: unknown }
  | { ok: false; reason: "withheld" }
  | { ok: false; reason: "nowhere"; detail: string };

/** The names of the steps that an input refers to. */
export function dependenciesOf(input: unknown, stepNames: readonly string[]): string[] {
  const targets = referencesIn(input).map(({ reference }) => readReference(reference, stepNames));
  return [...new Set(targets.flatMap((target) => (target.source === "step" ? [target.name] : [])))];
}

/** Put what the references of a step's input point at in their place. Its dependencies have succeeded. */
export function resolveInput(step: StoredStep, reachable: Reachable): ResolvedInput {
  const names = reachable.steps.map(({ name }) => name);
  let input = step.input;
  for (const { path, reference } of referencesIn(step.input)) {
    const target = readReference(reference, names);
    const source = target.source === "arguments" ? reachable.arguments : referable(target.name, reachable);
    // A bare name means what the step delivered.
    const keys = target.source === "step" && target.path.length === 0 ? ["output"] : target.path;
    const found = reach(source, keys, reachable.blobs);
    if (found.withheld) return { ok: false, reason: "withheld" };
    if (found.value === undefined) {
      const whose = target.source === "arguments" ? "the workflow's arguments have" : `step "${target.name}" has`;
      const why = found.blockedReason === undefined ? "" : `; the file there is blocked (${found.blockedReason})`;
      const detail = `input.${printPath(path)} refers to ${printPath(keys)}, and ${whose} nothing there${why}.`;
      return { ok: false, reason: "nowhere", detail };
    }
    input = withValueAt(input, path, found.value);
  }
  return { ok: true, input };
}

/** What a reference to a step can see of it. */
function referable(name: string, { steps, blobs }: Reachable): unknown {
  const step = steps.find((candidate) => candidate.name === name);
  if (!step) return undefined;
  const output = mapBlobs(step.output, blobs, (blob, stub) => ({
    ...stub,
    ...blobFacts(blob),
    ...(blob.state === "available" ? { url: internalBlobUrl(blob.id) } : {}),
  }));
  return { name, status: step.status, input: step.input, metadata: step.metadata, output };
}

function reach(source: unknown, keys: readonly (string | number)[], blobs: ReadonlyMap<string, StoredBlob>) {
  const value = valueAt(source, keys);
  const passed = keys.map((_, index) => valueAt(source, keys.slice(0, index))).flatMap((item) => blobOf(item, blobs));
  const touched = [...passed, ...blobsWithin(value, blobs)];
  return {
    value,
    withheld: touched.some(({ state }) => state === "withheld"),
    blockedReason: passed.find(({ state }) => state === "blocked")?.blockedReason,
  };
}

function blobsWithin(value: unknown, blobs: ReadonlyMap<string, StoredBlob>): StoredBlob[] {
  const found: StoredBlob[] = [];
  mapBlobs(value, blobs, (blob, stub) => {
    found.push(blob);
    return stub;
  });
  return found;
}

function blobOf(value: unknown, blobs: ReadonlyMap<string, StoredBlob>): StoredBlob[] {
  const blob = isObject(value) && typeof value.id === "string" ? blobs.get(value.id) : undefined;
  return blob ? [blob] : [];
}
