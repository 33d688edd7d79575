import { type DocumentReader, readDocument, type Schema } from "../catalogue/document.ts";
import { isObject } from "../json.ts";
import { mapTexts } from "../map-texts.ts";

type Document = { paths: Record<string, unknown>; components: { schemas: Record<string, unknown> } };

const at = (name: string) => `#/components/schemas/${name}`;
const recipePath = "/v2/consumer/recipes/";

/**
 * A server's own document with what a published one has beyond it: its other step types and their recipes, and the
 * variants that a step type of both has only there. Where both describe the same thing, the server's own word holds.
 */
export function mergeDocuments<Own extends Document>(own: Own, published: unknown): Own {
  const foreign = renamed(published, new Set(Object.keys(own.components.schemas)));
  const schemas: Record<string, unknown> = JSON.parse(
    JSON.stringify({ ...foreign.components.schemas, ...own.components.schemas }),
  );
  const reader = readDocument({ components: { schemas } });
  const names = foreign.nameOf;

  const added = addOptions(schemas, "WorkflowStepTemplate", names("WorkflowStepTemplate"));
  addOptions(schemas, "WorkflowStep", names("WorkflowStep"));
  for (const type of optionsOf(schemas, "WorkflowStepTemplate").keys()) {
    if (!added.includes(type)) graftInput(reader, schemas, type, names("WorkflowStepTemplate"));
  }
  const recipes = added.map((type) => [`${recipePath}${type}`, foreign.paths[`${recipePath}${type}`]] as const);
  return {
    ...own,
    paths: { ...own.paths, ...Object.fromEntries(recipes.filter(([, path]) => path !== undefined)) },
    components: { ...own.components, schemas },
  };
}

/** The published document with every schema renamed whose name the server's own document also uses. */
function renamed(published: unknown, taken: ReadonlySet<string>): Document & { nameOf(name: string): string } {
  const document = isObject(published) ? published : {};
  const components = isObject(document.components) ? document.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  const nameOf = (name: string) => (taken.has(name) ? `Published${name}` : name);
  const follow = (text: string) => (text.startsWith(at("")) ? at(nameOf(text.slice(at("").length))) : text);
  const paths = mapTexts(document.paths, follow);
  return {
    nameOf,
    paths: isObject(paths) ? paths : {},
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [nameOf(name), mapTexts(schema, follow)]),
      ),
    },
  };
}

/** The options of a choice, by value, as references to schemas. */
function optionsOf(schemas: Record<string, unknown>, name: string): Map<string, string> {
  const schema = schemas[name];
  const discriminator = isObject(schema) && isObject(schema.discriminator) ? schema.discriminator : {};
  const mapping = isObject(discriminator.mapping) ? discriminator.mapping : {};
  return new Map(Object.entries(mapping).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** Add to one choice what another one has beyond it; answers the added values. */
function addOptions(schemas: Record<string, unknown>, name: string, otherName: string): string[] {
  const known = optionsOf(schemas, name);
  const added = [...optionsOf(schemas, otherName)].filter(([value]) => !known.has(value));
  for (const [value, ref] of added) addOption(schemas[name], value, { $ref: ref });
  return added.map(([value]) => value);
}

/** Add a variant to a choice that is printed as `oneOf` with a discriminator. */
function addOption(choice: unknown, value: string, schema: Schema): void {
  if (!isObject(choice) || !isObject(choice.discriminator) || !isObject(choice.discriminator.mapping)) return;
  choice.discriminator.mapping[value] = schema.$ref;
  if (Array.isArray(choice.oneOf)) choice.oneOf.push(schema);
  const { propertyName } = choice.discriminator;
  const property = isObject(choice.properties) ? choice.properties[String(propertyName)] : undefined;
  if (isObject(property) && Array.isArray(property.enum)) property.enum.push(value);
}

/** Give a step type of both documents the variants of its input that only the published one has. */
function graftInput(
  reader: DocumentReader,
  schemas: Record<string, unknown>,
  type: string,
  publishedChoice: string,
): void {
  const [own, other] = ["WorkflowStepTemplate", publishedChoice].map((name) => {
    const ref = optionsOf(schemas, name).get(type);
    return ref === undefined ? undefined : reader.flatten({ $ref: ref }).properties.get("input");
  });
  if (own && other) graft(reader, own, other);
}

function graft(reader: DocumentReader, own: Schema, other: Schema): void {
  const { schema: choice } = reader.follow(own);
  const ours = reader.flatten(own).discriminator;
  const theirs = reader.flatten(other).discriminator;
  if (!ours || ours.name !== theirs?.name) return;
  const known = new Map(ours.options);
  for (const [value, variant] of theirs.options) {
    const mine = known.get(value);
    if (mine) graft(reader, mine, variant);
    else addOption(choice, value, variant);
  }
}
