import { createStore, del, get, set, type UseStore, values } from "idb-keyval";
import { readTemplateRecord, type Template } from "./template.ts";

let store: UseStore | undefined;
function templates(): UseStore {
  store ??= createStore("baton-templates", "templates");
  return store;
}

/** All templates, by name. Throws where the browser keeps nothing. */
export async function listTemplates(): Promise<Template[]> {
  const kept = await values<unknown>(templates());
  return kept
    .map(readTemplateRecord)
    .filter((template) => template !== undefined)
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** A template by its id; `undefined` when there is none. */
export async function findTemplate(id: string): Promise<Template | undefined> {
  return readTemplateRecord(await get<unknown>(id, templates()));
}

/** Keep a template, in place of what had its id. */
export async function keepTemplate(template: Template): Promise<void> {
  await set(template.id, template, templates());
}

/** Forget a template. */
export async function forgetTemplate(id: string): Promise<void> {
  await del(id, templates());
}
