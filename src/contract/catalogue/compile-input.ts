import { mediumSchema } from "../blob.ts";
import { isObject } from "../json.ts";
import type { ChoiceNode, Field, FieldsNode, InputNode, Shape } from "./catalogue.ts";
import { constantsOf, type DocumentReader, type FlatObject, type Schema, schemasOf } from "./document.ts";
import { helpOf, labelOf, typeWord } from "./labels.ts";
import {
  controlOf,
  guideExceeds,
  isCompanionModel,
  isMaterial,
  isWrittenAllTheSame,
  lengthsInWords,
  mainFields,
  mediumOf,
} from "./overlay.ts";
import { isObjectSchema, lazily, numberOf, pick, textOf, typesOf, withoutNull } from "./schema-parts.ts";

/** The tree of variants and fields that an input schema describes. */
export function compileInput(reader: DocumentReader, schema: Schema): InputNode {
  const { schema: followed } = reader.follow(schema);
  if (isObjectSchema(followed)) return compileObject(reader, reader.flatten(schema));
  return { kind: "value", field: compileField(reader, "input", schema, true) };
}

function compileObject(reader: DocumentReader, flat: FlatObject): InputNode {
  return flat.discriminator ? compileChoice(reader, flat, flat.discriminator) : compileFields(reader, flat);
}

function compileChoice(
  reader: DocumentReader,
  flat: FlatObject,
  { name, options }: NonNullable<FlatObject["discriminator"]>,
): ChoiceNode {
  const byDefault = flat.properties.get(name)?.default;
  const only = options.length === 1 ? options[0]?.[0] : undefined;
  const chosen = typeof byDefault === "string" ? byDefault : only;
  return {
    kind: "choice",
    discriminator: name,
    label: labelOf(name),
    ...(chosen === undefined ? {} : { default: chosen }),
    options: options.map(([value, schema]) => {
      const deprecated = reader.follow(schema).schema.deprecated === true;
      return lazily({ value, label: value, deprecated }, "node", () => compileInput(reader, schema));
    }),
  };
}

function compileFields(reader: DocumentReader, flat: FlatObject): FieldsNode {
  const properties = [...flat.properties].filter(([name, schema]) => isAsked(reader, name, schema));
  const fields = properties
    .filter(([, schema]) => !isFixed(reader, schema))
    .map(([name, schema]) => compileField(reader, name, schema, flat.required.has(name)));
  const order = (field: Field) => {
    const at = (mainFields as readonly string[]).indexOf(field.name);
    return at === -1 ? (field.isMain ? mainFields.length : mainFields.length + 1) : at;
  };
  return {
    kind: "fields",
    fields: fields.toSorted((one, other) => order(one) - order(other)),
    fixed: properties.filter(([, schema]) => isFixed(reader, schema)).map(([name]) => name),
    isOpen: flat.additional !== undefined,
  };
}

/** Whether the property is the sender's to say: what a server works out by itself is marked as read only. */
function isAsked(reader: DocumentReader, name: string, schema: Schema): boolean {
  return isWrittenAllTheSame(name) || (schema.readOnly ?? reader.follow(schema).schema.readOnly) !== true;
}

/** Whether the property has just one value: a discriminator that is decided, or nothing to choose. */
function isFixed(reader: DocumentReader, schema: Schema): boolean {
  const { schema: followed } = reader.follow(schema);
  return constantsOf(followed).length === 1;
}

/**
 * A field of a form. `isListed`: whether the schema around it lists it as required; `isAlternative`: whether it is one
 * shape of several that a value may have.
 */
function compileField(
  reader: DocumentReader,
  name: string,
  given: Schema,
  isListed: boolean,
  isAlternative = false,
): Field {
  const { schema } = reader.follow(given);
  const { inner, nullable } = withoutNull(reader, schema);
  const compiled = compileShape(reader, name, inner);
  const shape = isAlternative ? compiled : withLength(name, isListed, orPlainText(name, compiled));
  const byDefault = given.default ?? schema.default ?? inner.default;
  const help = helpOf(textOf(given.description) ?? textOf(schema.description) ?? textOf(inner.description));
  // .NET lists as required what can't be null, although numbers, enums and lists have a value by themselves.
  // Source: facts 1.5 #36.
  const isSoft =
    isCompanionModel(name) ||
    byDefault !== undefined ||
    nullable ||
    !(["text", "object", "union", "open"].includes(shape.kind) || isNeededList(name, shape));
  const required = isListed && !isSoft;
  // An empty list would do for the server, and would leave a person with nothing to work on.
  const isWanted = isListed && shape.kind === "list" && byDefault === undefined && !nullable;
  return {
    name,
    label: textOf(given.title) ?? labelOf(name),
    ...(help ? { help } : {}),
    required,
    ...(byDefault === undefined ? {} : { default: byDefault }),
    nullable,
    deprecated: given.deprecated === true || schema.deprecated === true,
    isMain: required || isWanted || mainFields.some((main) => main === name),
    control: controlOf(name, shape.kind, textOf(inner.format), shape.kind === "enum"),
    shape,
  };
}

/** Whether a list that is asked for has to hold something, as the schema or its words say. */
function isNeededList(name: string, shape: Shape): boolean {
  return shape.kind === "list" && ((shape.minItems ?? 0) > 0 || isMaterial(name));
}

function withLength(name: string, isListed: boolean, shape: Shape): Shape {
  const length = lengthsInWords[name];
  return isListed && shape.kind === "list" && length ? { ...length, ...shape } : shape;
}

/** The content of a chat message is a list of parts in the document, and plain text in every example. Source: guide. */
function orPlainText(name: string, shape: Shape): Shape {
  if (name !== "content" || shape.kind !== "list") return shape;
  const part = { name, required: true, nullable: false, deprecated: false, isMain: true };
  return {
    kind: "union",
    alternatives: [
      { label: "Text", field: { ...part, label: "Content", control: "prompt", shape: { kind: "text" } } },
      { label: "Parts", field: { ...part, label: "Content", control: "plain", shape } },
    ],
  };
}

function compileShape(reader: DocumentReader, name: string, schema: Schema): Shape {
  const values = constantsOf(schema).filter((value) => typeof value === "string" || typeof value === "number");
  if (values.length > 0) return { kind: "enum", values };
  const types = typesOf(schema);
  const alternatives = schemasOf(schema.oneOf ?? schema.anyOf);
  if (isObjectSchema(schema)) return compileObjectShape(reader, schema);
  const implied = impliedDiscriminator(reader, alternatives);
  if (implied) return lazily({ kind: "object" }, "node", () => compileChoice(reader, reader.flatten(schema), implied));
  if (alternatives.length > 0) {
    return {
      kind: "union",
      alternatives: alternatives.map((one, index) => {
        const { name: own, schema: followed } = reader.follow(one);
        const label = own ?? typeWord(typesOf(followed)[0] ?? `variant ${index + 1}`);
        return lazily({ label }, "field", () => compileField(reader, name, one, true, true));
      }),
    };
  }
  if (types.length > 1) {
    return {
      kind: "union",
      alternatives: types.map((type) => ({
        label: typeWord(type),
        field: compileField(reader, name, { ...schema, type }, true),
      })),
    };
  }
  switch (types[0]) {
    case "string":
      return compileText(name, schema);
    case "integer":
    case "number":
      return compileNumber(name, schema, types[0] === "integer");
    case "boolean":
      return { kind: "boolean" };
    case "array":
      return lazily(
        { kind: "list", ...pick(schema, "minItems", "maxItems"), unique: schema.uniqueItems === true },
        "item",
        () => compileField(reader, name, isObject(schema.items) ? schema.items : {}, true),
      );
    default:
      return { kind: "open", isObject: false };
  }
}

/** The member by which objects of a union tell themselves apart, where the document does not name it: `type: "text"`. */
function impliedDiscriminator(reader: DocumentReader, alternatives: readonly Schema[]): FlatObject["discriminator"] {
  if (alternatives.length < 2 || !alternatives.every((one) => isObjectSchema(reader.follow(one).schema)))
    return undefined;
  const constants = alternatives.map((one) => {
    const { properties } = reader.flatten(one);
    return new Map([...properties].map(([name, schema]) => [name, constantsOf(reader.follow(schema).schema)]));
  });
  for (const name of constants[0]?.keys() ?? []) {
    const values = constants.map((ofOne) => ofOne.get(name) ?? []);
    const only = values.flatMap((ofOne) => (ofOne.length === 1 && typeof ofOne[0] === "string" ? ofOne[0] : []));
    if (new Set(only).size < alternatives.length) continue;
    return {
      name,
      options: alternatives.flatMap((one, index) => (only[index] === undefined ? [] : [[only[index], one]])),
    };
  }
  return undefined;
}

function compileObjectShape(reader: DocumentReader, schema: Schema): Shape {
  const flat = reader.flatten(schema);
  const { additional } = flat;
  if (flat.discriminator || flat.properties.size > 0) {
    return lazily({ kind: "object" }, "node", () => compileObject(reader, flat));
  }
  const isTyped = additional !== undefined && additional !== true && Object.keys(additional).length > 0;
  return isTyped
    ? lazily({ kind: "map" }, "value", () => compileField(reader, "value", additional, true))
    : { kind: "open", isObject: true };
}

function compileText(name: string, schema: Schema): Shape {
  const medium = mediumOf(name, textOf(schema.format)) ?? mediumSchema.safeParse(schema.mediaType).data;
  return {
    kind: "text",
    ...pick(schema, "minLength", "maxLength"),
    ...(typeof schema.pattern === "string" ? { pattern: schema.pattern } : {}),
    ...(typeof schema.format === "string" ? { format: schema.format } : {}),
    ...(medium ? { medium } : {}),
  };
}

function compileNumber(name: string, schema: Schema, isInteger: boolean): Shape {
  const isBounded = !guideExceeds.has(name);
  const min = numberOf(schema.minimum) ?? numberOf(schema.exclusiveMinimum);
  const max = numberOf(schema.maximum) ?? numberOf(schema.exclusiveMaximum);
  const step = numberOf(schema.multipleOf);
  // zod bounds every integer by what JavaScript can count; that is no bound of the field.
  const isBound = (value: number | undefined): value is number =>
    value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  return {
    kind: "number",
    isInteger,
    ...(isBound(min) ? { min } : {}),
    ...(isBounded && isBound(max) ? { max } : {}),
    ...(step ? { step } : {}),
  };
}
