import type { Medium } from "../blob.ts";
import { isObject } from "../json.ts";
import type { Catalogue, CatalogueStepType } from "./catalogue.ts";
import { compileInput } from "./compile-input.ts";
import { type DocumentReader, readDocument, type Schema } from "./document.ts";
import { helpOf, labelOf } from "./labels.ts";
import { compileOutputs } from "./outputs.ts";
import { groupOf } from "./overlay.ts";
import { lazily } from "./schema-parts.ts";

/**
 * Compile a server's OpenAPI document: every step type of its `WorkflowStepTemplate`, in the document's order. Variants
 * are compiled when they are looked at. A document that describes no steps gives an empty catalogue.
 */
export function compileCatalogue(document: unknown): Catalogue {
  const reader = readDocument(document);
  const template = reader.component("WorkflowStepTemplate");
  const options = template ? (reader.flatten(template).discriminator?.options ?? []) : [];
  return {
    version: versionOf(document),
    stepTypes: options.map(([type, schema]) => compileStepType(reader, type, schema)),
  };
}

function compileStepType(reader: DocumentReader, type: string, template: Schema): CatalogueStepType {
  const flat = reader.flatten(template);
  const input = flat.properties.get("input") ?? {};
  const medium = mediumOfStep(type);
  const output = outputSchemaOf(reader, type);
  const said = {
    type,
    title: flat.title ?? labelOf(type),
    description: helpOf(flat.description ?? reader.flatten(input).description) ?? "",
    group: groupOf(type),
    deprecated: flat.deprecated,
  };
  const withInput = lazily(said, "input", () => compileInput(reader, input));
  return lazily(withInput, "outputs", () => (output ? compileOutputs(reader, output, medium) : []));
}

/** What a step of this type makes as a whole, where its output does not say it. */
export function mediumOfStep(type: string): Medium | undefined {
  const group = groupOf(type);
  if (group === "video" || type === "transcode") return "video";
  return group === "audio" ? "audio" : undefined;
}

/** The schema of a step type's input, in its template. */
export function inputSchemaOf(reader: DocumentReader, type: string): Schema | undefined {
  const template = reader.component("WorkflowStepTemplate");
  const found = template && reader.flatten(template).discriminator?.options.find(([value]) => value === type);
  return found && reader.flatten(found[1]).properties.get("input");
}

/** The schema of a step type's output: a member of its step in answers. */
export function outputSchemaOf(reader: DocumentReader, type: string): Schema | undefined {
  const step = reader.component("WorkflowStep");
  const found = step && reader.flatten(step).discriminator?.options.find(([value]) => value === type);
  return found && reader.flatten(found[1]).properties.get("output");
}

function versionOf(document: unknown): string {
  const info = isObject(document) ? document.info : undefined;
  return isObject(info) && typeof info.version === "string" ? info.version : "unknown";
}
