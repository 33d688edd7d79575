import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "@cfworker/json-schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isObject } from "../json.ts";
import type { Field, InputNode } from "./catalogue.ts";
import { compileCatalogue, inputSchemaOf } from "./compile-catalogue.ts";
import { type DocumentReader, readDocument, type Schema } from "./document.ts";
import { guideExceeds } from "./overlay.ts";
import { resolveNode } from "./resolve-node.ts";
import { validateInput, valueIn } from "./validate-input.ts";

/*
 * Our check of an input against a JSON Schema validator, over the vendor's published document. The document as it stands
 * is satisfiable by nothing (parents and children forbid each other's members), so whole inputs can't be compared; every
 * member of every variant can.
 */
const documentPath = join(process.env.CONTRACT_DATA ?? "../shared", "contract/openapi.json");
const document = existsSync(documentPath) ? JSON.parse(readFileSync(documentPath, "utf8")) : undefined;

/** A member of a variant, as the document describes it and as we compiled it. */
type Member = { step: string; field: Field; schema: Schema };

describe.skipIf(!document)("our check of a member", () => {
  const reader = readDocument(document);
  const members = document ? membersOf(reader) : [];

  it("has all members of all variants to look at", () => {
    expect(members.length).toBeGreaterThan(300);
  });

  it("agrees with a JSON Schema validator on good and bad values", () => {
    for (const { step, field, schema } of members) {
      const node: InputNode = { kind: "fields", fields: [field], fixed: [], isOpen: false };
      fc.assert(
        fc.property(valueFor(field), (value) => {
          fc.pre(!isSpelledOtherwise(field, value));
          const ours = Object.keys(validateInput(node, { [field.name]: value })).length === 0;
          const theirs = validate(value, schema as never, "2020-12").valid;
          expect(ours, `${step} ${field.name} ${JSON.stringify(value)} ${JSON.stringify(schema)}`).toBe(theirs);
        }),
        { numRuns: 40 },
      );
    }
  });
});

/** Each member once for each schema it has anywhere, with references put in place; those that hold objects are left out. */
function membersOf(reader: DocumentReader): Member[] {
  const found = new Map<string, Member>();
  for (const { type, input } of compileCatalogue(document).stepTypes) {
    const base = inputSchemaOf(reader, type);
    if (!base) continue;
    for (const [chosen, variant] of variantsOf(reader, base, {})) {
      const { fields = [] } = resolveNode(input, chosen);
      for (const field of fields ?? []) {
        const given = reader.flatten(variant).properties.get(field.name);
        const schema = given && inline(reader, given);
        // A member that may only be null is what the document makes of "anything".
        if (!schema || schema.type === "null" || field.name === "content" || guideExceeds.has(field.name)) continue;
        found.set(`${field.name} ${JSON.stringify(schema)}`, { step: type, field, schema });
      }
    }
  }
  return [...found.values()];
}

function variantsOf(reader: DocumentReader, schema: Schema, chosen: Record<string, string>): [object, Schema][] {
  const { discriminator } = reader.flatten(schema);
  if (!discriminator) return [[chosen, schema]];
  return discriminator.options.flatMap(([value, inner]) =>
    variantsOf(reader, inner, { ...chosen, [discriminator.name]: value }),
  );
}

/** The schema without references and formats; `undefined` when it holds an object with members of its own. */
function inline(reader: DocumentReader, given: Schema): Schema | undefined {
  const { schema } = reader.follow(given);
  if ("properties" in schema || "allOf" in schema || "discriminator" in schema) return undefined;
  const inlined: Schema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === "format" || key === "description" || key === "default") continue;
    const parts = Array.isArray(value) ? value : [value];
    const isSchema = ["items", "additionalProperties", "oneOf", "anyOf"].includes(key);
    const done = isSchema ? parts.map((part) => (isObject(part) ? inline(reader, part) : part)) : parts;
    if (done.includes(undefined)) return undefined;
    inlined[key] = Array.isArray(value) ? done : done[0];
  }
  return inlined;
}

/** A choice in other letters, or a number for its text: taken by us as by the hosted server, and not by a validator. */
function isSpelledOtherwise({ shape }: Field, value: unknown): boolean {
  const meant = shape.kind === "enum" ? valueIn(shape.values, value) : undefined;
  return meant !== undefined && meant !== value;
}

/** Values that fit, that nearly fit, and that don't: around the bounds, of the listed ones, of other kinds. */
function valueFor({ shape }: Field): fc.Arbitrary<unknown> {
  const stray = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant({}), fc.constant([]));
  switch (shape.kind) {
    case "enum":
      return fc.oneof(fc.constantFrom(...shape.values), fc.string({ minLength: 1 }), fc.integer(), fc.boolean());
    case "number": {
      const edges = [shape.min, shape.max].filter((edge) => edge !== undefined);
      const near = edges.flatMap((edge) => [edge - 1, edge, edge + 1, edge + 0.5]);
      return fc.oneof(fc.constantFrom(0, 1, 2.5, ...near), fc.integer(), fc.boolean(), fc.string());
    }
    case "text": {
      const { minLength = 0, maxLength = 40 } = shape;
      const long = [minLength - 1, minLength, maxLength, maxLength + 1].filter(
        (length) => length >= 0 && length < 20_000,
      );
      return fc.oneof(fc.constantFrom(...long.map((length) => "a".repeat(length))), fc.string(), fc.integer());
    }
    case "boolean":
      return fc.oneof(fc.boolean(), fc.integer(), fc.string());
    case "list":
      return fc.oneof(
        fc.array(valueFor(shape.item), { maxLength: (shape.maxItems ?? 4) + 1 }),
        fc.string(),
        fc.integer(),
      );
    case "map":
      return fc.oneof(fc.dictionary(fc.string({ minLength: 1 }), valueFor(shape.value)), fc.string(), fc.integer());
    case "union":
      return fc.oneof(...shape.alternatives.map(({ field }) => valueFor(field)));
    default:
      return stray;
  }
}
