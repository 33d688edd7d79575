import {
  constantsOf,
  type DocumentReader,
  readDocument,
  type Schema,
  schemasOf,
} from "#contract/catalogue/document.ts";
import { isObject } from "#contract/json.ts";

/** A step type, the variant of it, and an input with just what the document asks for there. */
export type LeastInput = { name: string; type: string; input: unknown };

/**
 * For every variant of every step type of a published document, the shortest input that is promised to do: what is listed
 * as required, but for what is read only, may be null or has a default. Told from the schemas alone, so that the
 * catalogue is tested and not asked.
 */
export function leastInputs(document: unknown): LeastInput[] {
  const reader = readDocument(document);
  const steps = reader.flatten({ $ref: "#/components/schemas/WorkflowStepTemplate" }).discriminator?.options ?? [];
  return steps.flatMap(([type, template]) => {
    const schema = reader.flatten(template).properties.get("input");
    return schema ? variantsOf(reader, type, schema) : [];
  });
}

function variantsOf(
  reader: DocumentReader,
  type: string,
  schema: Schema,
  chosen: Record<string, string> = {},
): LeastInput[] {
  const { discriminator } = reader.flatten(schema);
  if (!discriminator) {
    const name = [type, ...Object.values(chosen)].join(" ");
    return [{ name, type, input: withChoices(exampleOf(reader, "input", schema), chosen) }];
  }
  return discriminator.options.flatMap(([value, inner]) =>
    variantsOf(reader, type, inner, { ...chosen, [discriminator.name]: value }),
  );
}

function exampleOf(reader: DocumentReader, name: string, given: Schema): unknown {
  const { schema } = reader.follow(given);
  const [constant] = constantsOf(schema);
  if (constant !== undefined) return constant;
  const flat = reader.flatten(given);
  if (flat.discriminator) {
    const [[value, inner] = ["", {}]] = flat.discriminator.options;
    return withChoices(exampleOf(reader, name, inner), { [flat.discriminator.name]: value });
  }
  if (flat.properties.size > 0) {
    // A part of a message tells by its type what it is, although that is called read only; the shortest is a text.
    if (flat.properties.has("imageUrl") && flat.properties.has("text")) return { type: "text", text: "a cat" };
    const needed = [...flat.properties].filter(
      ([member, inner]) => flat.required.has(member) && isNeeded(reader, inner),
    );
    return Object.fromEntries(needed.map(([member, inner]) => [member, exampleOf(reader, member, inner)]));
  }
  const [alternative] = schemasOf(schema.oneOf ?? schema.anyOf).filter(({ type }) => type !== "null");
  if (alternative) return exampleOf(reader, name, alternative);
  switch ([schema.type].flat().find((type) => type !== "null")) {
    case "string":
      return textOf(name, schema);
    case "array":
      return [exampleOf(reader, name, isObject(schema.items) ? schema.items : {})];
    case "object":
      return {};
    case "boolean":
      return false;
    default:
      return schema.minimum ?? 1;
  }
}

function withChoices(example: unknown, chosen: Record<string, string>): unknown {
  return isObject(example) ? { ...example, ...chosen } : example;
}

function isNeeded(reader: DocumentReader, given: Schema): boolean {
  const { schema } = reader.follow(given);
  const isNullable = [schema.type].flat().includes("null");
  return schema.readOnly !== true && !isNullable && !("default" in schema) && !("default" in given);
}

function textOf(name: string, { pattern, format }: Schema): string {
  if (typeof pattern === "string" || /model$/i.test(name)) return "urn:air:sdxl:checkpoint:civitai:101055@128078";
  return format === "uri" || /url$|image|video|audio|media|mesh/i.test(name) ? "https://example.test/a.png" : "a cat";
}
