import { blobSchema } from "#contract/blob.ts";
import { isObject } from "#contract/json.ts";
import type { Step } from "#contract/step.ts";

/** A row of a table: its cells by the names of the columns. */
export type Cells = Record<string, string | number | boolean>;

/** What a step found out or wrote: a text, a transcript, a table, or words. */
export type StepResult = { stepName: string; label: string } & (
  | { kind: "text"; text: string }
  | { kind: "transcript"; lines: { text: string; fromSeconds: number; toSeconds: number }[] }
  | { kind: "pairs"; pairs: [name: string, value: string | number | boolean][] }
  | { kind: "table"; columns: string[]; rows: Cells[] }
  | { kind: "words"; words: string[] }
);

/** Members that hold a text to be read. */
const textMembers = ["enhancedPrompt", "enhancedNegativePrompt", "message", "text", "caption", "traceUrl"];
/** Told elsewhere: failures by the step's reasons, files by the gallery, and what only machines read. */
const skipped =
  /^(errors|externalTOSViolation|\$type|type|id|object|created|url|urlExpiresAt|previewUrl|jobId|available)$/;

/** The outputs of a step that are no files: chat answers, captions, labels, ratings, hashes, transcripts, measures. */
export function stepResults(step: Step): StepResult[] {
  const output = isObject(step.output) ? step.output : {};
  const place = (label: string) => ({ stepName: step.name, label });
  const loose: [string, string | number | boolean][] = [];
  const found = Object.entries(output).flatMap(([name, value]): StepResult[] => {
    if (skipped.test(name) || blobSchema.safeParse(value).success) return [];
    if (name === "choices" && Array.isArray(value)) return answersOf(value, place);
    if (textMembers.includes(name) && typeof value === "string") {
      return value === "" ? [] : [{ ...place(name), kind: "text", text: value }];
    }
    if (isScalar(value)) loose.push([name, value]);
    return resultsOf(name, value, place);
  });
  return loose.length > 0 ? [...found, { ...place("details"), kind: "pairs", pairs: loose }] : found;
}

type Place = (label: string) => { stepName: string; label: string };

function answersOf(choices: readonly unknown[], place: Place): StepResult[] {
  return choices.flatMap((choice, index): StepResult[] => {
    const text = isObject(choice) && isObject(choice.message) ? choice.message.content : undefined;
    const label = choices.length > 1 ? `answer ${index + 1}` : "answer";
    return typeof text === "string" && text !== "" ? [{ ...place(label), kind: "text", text }] : [];
  });
}

function resultsOf(name: string, value: unknown, place: Place): StepResult[] {
  if (Array.isArray(value)) return listOf(name, value, place);
  if (!isObject(value)) return [];
  const pairs = Object.entries(value).flatMap(([key, item]): [string, string | number | boolean][] =>
    isScalar(item) && !skipped.test(key) ? [[key, item]] : [],
  );
  const inner = Object.entries(value)
    .filter(([, item]) => !blobSchema.safeParse(item).success)
    .flatMap(([key, item]) => resultsOf(`${name} ${key}`, item, place));
  return pairs.length > 0 ? [{ ...place(name), kind: "pairs", pairs: byScore(pairs) }, ...inner] : inner;
}

function listOf(name: string, items: readonly unknown[], place: Place): StepResult[] {
  const words = items.filter(isScalar);
  if (words.length > 0) return [{ ...place(name), kind: "words", words: words.map(String) }];
  const objects = items.filter(isObject).filter((item) => !blobSchema.safeParse(item).success);
  const lines = objects.flatMap(({ text, startTime, endTime }) =>
    typeof text === "string" && typeof startTime === "number" && typeof endTime === "number"
      ? [{ text, fromSeconds: startTime, toSeconds: endTime }]
      : [],
  );
  if (lines.length > 0 && lines.length === objects.length) return [{ ...place(name), kind: "transcript", lines }];
  const rows = objects.map((item): Cells => Object.fromEntries(Object.entries(item).filter(hasScalar)));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return columns.length > 0 ? [{ ...place(name), kind: "table", columns, rows }] : [];
}

/** Scores from high to low; anything else in the server's order. */
function byScore<Value extends string | number | boolean>(pairs: [string, Value][]): [string, Value][] {
  if (!pairs.every(([, value]) => typeof value === "number")) return pairs;
  return pairs.toSorted(([, one], [, other]) => Number(other) - Number(one));
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "number" || typeof value === "boolean" || (typeof value === "string" && value !== "");
}

function hasScalar(entry: [string, unknown]): entry is [string, string | number | boolean] {
  return isScalar(entry[1]);
}
