import { isObject } from "#contract/json.ts";
import type { TemplateInput } from "#dashboard/api/quote-query.ts";
import type { RepeatableTemplate } from "#dashboard/api/submit-workflow.ts";
import { type Axis, readAxis } from "./axis.ts";

/** One combination of argument values, and the body that runs it. */
export type MatrixRun = {
  position: number;
  values: Record<string, unknown>;
  /** The arguments that have other values in other runs. */
  varied: readonly string[];
  body: RepeatableTemplate;
};

/** The runs of a grid, or why there are none. */
export type ReadMatrix = { ok: true; runs: MatrixRun[] } | { ok: false; message: string };

/** More at once is a job for the API, not for a person. Source: product, "New workflow". */
export const runsAtMost = 100;
const tooMany = {
  ok: false,
  message: `These are more than ${runsAtMost} runs; at most ${runsAtMost} go at once.`,
} as const;
const tagsAtMost = 10;

export type MatrixWish = {
  /** The body with its arguments. */
  body: TemplateInput;
  axes: readonly Axis[];
  /** How often each combination is run, with other seeds. */
  repeats: number;
  /** Makes each run payable once, and tags them all. */
  matrixId: string;
  /** Gives the seeds that were left to chance a number. */
  fixSeeds: (body: RepeatableTemplate) => RepeatableTemplate;
};

/** The tag by which the runs of a grid are found again. */
export function matrixTag(matrixId: string): string {
  return `matrix-${matrixId.slice(0, 8)}`;
}

/** Every combination of the values, the last argument changing first. A single run is sent without tag and mark. */
export function matrixRuns({ body, axes, repeats, matrixId, fixSeeds }: MatrixWish): ReadMatrix {
  let combinations: Record<string, unknown>[] = [{}];
  const varied: string[] = [];
  for (const axis of axes) {
    const read = readAxis(axis);
    if (!read.ok) return { ok: false, message: `${axis.name}: ${read.message}` };
    if (combinations.length * read.values.length * repeats > runsAtMost) return tooMany;
    if (read.values.length > 1) varied.push(axis.name);
    combinations = combinations.flatMap((before) => read.values.map((value) => ({ ...before, [axis.name]: value })));
  }
  const all = combinations.flatMap((values) => Array.from({ length: repeats }, () => values));
  if (all.length > runsAtMost) return tooMany;
  const isSingle = all.length === 1;
  const tag = matrixTag(matrixId);
  const tags = body.tags ?? [];
  if (!isSingle && tags.length >= tagsAtMost && !tags.includes(tag)) {
    return { ok: false, message: `It has ${tagsAtMost} tags, and the runs get one more to be found by. Remove one.` };
  }
  const runs = all.map((values, index): MatrixRun => {
    const mark = { id: matrixId, run: index + 1, of: all.length, values };
    const filled: RepeatableTemplate = {
      ...body,
      externalId: isSingle ? matrixId : `${matrixId}-${index + 1}`,
      ...(axes.length > 0 ? { arguments: { ...(isObject(body.arguments) ? body.arguments : {}), ...values } } : {}),
      ...(isSingle ? {} : { tags: [...tags, tag], metadata: { ...(body.metadata ?? {}), matrix: mark } }),
    };
    return { position: index + 1, values, varied, body: fixSeeds(filled) };
  });
  return { ok: true, runs };
}

/** What tells a run from the others in a line: the values that vary; where none does, its number. */
export function sayRun({ values, varied, position }: Pick<MatrixRun, "values" | "varied" | "position">): string {
  const parts = varied.map((name) => `${name}: ${sayValue(values[name])}`);
  return parts.length === 0 ? `Run ${position}` : parts.join(", ");
}

function sayValue(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
