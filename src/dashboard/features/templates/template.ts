import * as z from "zod/mini";
import { isObject, jsonObjectSchema } from "#contract/json.ts";
import { sayJsonProblem } from "#dashboard/ui/say-json-problem.ts";

/** A request body that is kept for later: its steps, and whatever else; its arguments are what is filled in. */
export const templateBodySchema = z.looseObject({
  steps: z.array(z.looseObject({ $type: z.string() })).check(z.minLength(1)),
  arguments: z.optional(jsonObjectSchema),
});
export type TemplateBody = z.output<typeof templateBodySchema>;

const templateSchema = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string().check(z.minLength(1)),
  description: z.string(),
  body: templateBodySchema,
  /** Milliseconds since 1970. */
  savedAt: z.number(),
});

/** A chain to be run again with other values, under a name. It belongs to no connection. */
export type Template = z.output<typeof templateSchema>;

/** A template as it was kept, or `undefined` when it is none. */
export function readTemplateRecord(kept: unknown): Template | undefined {
  return templateSchema.safeParse(kept).data;
}

/** A new template. */
export function newTemplate(name: string, description: string, body: TemplateBody): Template {
  return { id: crypto.randomUUID(), name, description, body, savedAt: Date.now() };
}

/** The file of a template, to be sent to others. */
export function printTemplate({ name, description, body }: Template): string {
  return `${JSON.stringify({ name, description, body }, null, 2)}\n`;
}

/** The template in a file; a bare request body is one without a name. What can't be read says why. */
export function readTemplateFile(
  text: string,
  fileName: string,
): { ok: true; template: Template } | { ok: false; message: string } {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return { ok: false, message: `“${fileName}” is no JSON. ${sayJsonProblem(error, text)}` };
  }
  const members = isObject(file) && isObject(file.body) ? file : {};
  const body = templateBodySchema.safeParse(members.body ?? file);
  if (!body.success) return { ok: false, message: `“${fileName}” holds no body with steps.` };
  const name = typeof members.name === "string" && members.name.trim() !== "" ? members.name : bareName(fileName);
  const description = typeof members.description === "string" ? members.description : "";
  return { ok: true, template: newTemplate(name, description, body.data) };
}

/** What it is filled in with: the names of its arguments. */
export function argumentNames({ body }: Template): string[] {
  return Object.keys(body.arguments ?? {});
}

function bareName(fileName: string): string {
  return fileName.replace(/(\.template)?\.json$/, "") || "Template";
}
