import { parse } from "shell-quote";
import { isObject } from "#contract/json.ts";
import { workflowSchema } from "#contract/workflow.ts";
import { sayJsonProblem } from "#dashboard/ui/say-json-problem.ts";
import type { Chain } from "./chain.ts";
import { fromWorkflow, readTemplate, type WrittenTemplate } from "./chain-template.ts";
import { comfyNote, comfyType, isComfyDrawing, isComfyGraph, withComfyGraphs } from "./comfy-export.ts";

const notForItsApi =
  "This is a graph as ComfyUI saves it for itself. Export it there for its API (Workflow, Export API), and paste that.";

/** The longest that a call waits, in seconds. Source: guide, "Query parameters". */
const waitAtMost = 100;

/** What a pasted text stands for: a chain, and what was written otherwise in it; or why it is none. */
export type ImportedText = { ok: true; chain: Chain; from: string; note?: string } | { ok: false; message: string };

/**
 * Read a workflow body, the answer about a workflow, a step or a list of steps, a recipe's input, a graph that ComfyUI
 * exported for its API, or a cURL command of any of these. `recipe`: the step type whose input the text is, when it can't be told from the text.
 */
export function importText(text: string, recipe?: string): ImportedText {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: false, message: "Paste a workflow body, a recipe's input or a cURL command." };
  if (/^curl\b/.test(trimmed)) return importCurl(trimmed);
  try {
    return importBody(JSON.parse(trimmed), recipe);
  } catch (error) {
    return { ok: false, message: `This is no JSON. ${sayJsonProblem(error, trimmed)}` };
  }
}

function importBody(body: unknown, recipe: string | undefined): ImportedText {
  if (Array.isArray(body) && body.length > 0 && body.every(isStep)) return imported({ steps: body }, "a list of steps");
  if (!isObject(body)) return { ok: false, message: "A workflow body is a JSON object with steps." };
  if (Array.isArray(body.steps)) return importWorkflow(body, body.steps);
  if (isStep(body)) return imported({ steps: [body] }, "a step");
  if (isComfyGraph(body) && (recipe ?? comfyType) === comfyType) {
    return imported({ steps: [{ $type: comfyType, input: { comfyWorkflow: body } }] }, "a ComfyUI graph");
  }
  if (recipe !== undefined) return imported({ steps: [{ $type: recipe, input: body }] }, `a call of ${recipe}`);
  if (isComfyDrawing(body)) return { ok: false, message: notForItsApi };
  return { ok: false, message: "This has no steps. If it is the input of a recipe, choose its step type." };
}

function importWorkflow(body: Record<string, unknown>, steps: readonly unknown[]): ImportedText {
  const faulty = steps.findIndex((step) => !isStep(step));
  if (faulty !== -1) return { ok: false, message: `Step ${faulty + 1} is no object with a "$type".` };
  // What a server answered carries its status and the moment it was made; what is sent carries neither.
  const answered = "status" in body && "createdAt" in body ? workflowSchema.safeParse(body) : undefined;
  if (answered?.success) return { ok: true, chain: fromWorkflow(answered.data), from: "a past workflow" };
  return imported({ ...body, steps: [...steps] }, "a workflow body");
}

function importCurl(command: string): ImportedText {
  const words = parse(command.replace(/\\\r?\n/g, " "), (name) => `$${name}`).map(String);
  const address = words.find((word) => /^https?:\/\//.test(word));
  const at = words.findIndex((word) => /^(-d|--data|--data-raw|--data-binary|--json)$/.test(word));
  const data =
    at === -1 ? words.find((word) => word.startsWith("--data"))?.replace(/^--data[^=]*=/, "") : words[at + 1];
  if (data === undefined) return { ok: false, message: "The command sends no body: it has no -d or --data." };
  const recipe = address === undefined ? undefined : /\/recipes\/([^/?#]+)/.exec(address)?.[1];
  try {
    const read = importBody(JSON.parse(data), recipe);
    return read.ok && address !== undefined ? { ...read, chain: withQuery(read.chain, address) } : read;
  } catch (error) {
    return { ok: false, message: `The body of the command is no JSON. ${sayJsonProblem(error, data)}` };
  }
}

/** The chain with what the address of a call says beside its body. Source: guide, "Query parameters"; decisions, "Recipes". */
function withQuery(chain: Chain, address: string): Chain {
  const query = new URLSearchParams(address.split("?")[1] ?? "");
  const wait = Number(query.get("wait") ?? 0);
  const mature = query.get("allowMatureContent");
  const { settings } = chain;
  const rest = { ...settings.rest };
  for (const name of ["experimental", "ephemeral"]) if (query.get(name) === "true") rest[name] = true;
  return {
    ...chain,
    settings: {
      ...settings,
      rest,
      ...(wait > 0 ? { waitSeconds: Math.min(waitAtMost, wait) } : {}),
      ...(mature === null ? {} : { mature: mature === "true" ? "allow" : "sfw" }),
    },
  };
}

function imported(template: WrittenTemplate, from: string): ImportedText {
  const steps = withComfyGraphs(template.steps);
  if (!steps) return { ok: true, chain: readTemplate(template), from };
  return { ok: true, chain: readTemplate({ ...template, steps }), from, note: comfyNote };
}

function isStep(value: unknown): boolean {
  return isObject(value) && typeof value.$type === "string";
}
