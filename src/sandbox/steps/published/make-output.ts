import type { Medium } from "#contract/blob.ts";
import { constantsOf, type DocumentReader, type Schema, schemasOf } from "#contract/catalogue/document.ts";
import { blobMediumOf, nonNullSchema } from "#contract/catalogue/outputs.ts";
import { isObject } from "#contract/json.ts";
import type { SeededRandom } from "../media/seeded-random.ts";

/** What an output is made up with. */
export type Making = {
  reader: DocumentReader;
  random: SeededRandom;
  /** The moment of the run, in milliseconds since 1970. */
  now: number;
  /** How many files a list of files gets. */
  items: number;
  /** What the step makes as a whole. */
  medium: Medium | undefined;
  /** Which variant of an output is made, where there are several; otherwise the first. */
  variant: string | undefined;
  /** What texts are about. */
  subject: string;
  /** Register a file for a member of this name; answers how it stands in the output. */
  addFile(medium: Medium, name: string): unknown;
  /** Register a file for a member of this name; answers a link to it. */
  linkFile(name: string): string;
};

const deepest = 6;
/** How long a link is said to last, in milliseconds: as long as the others of the sandbox. */
const linkMs = 900_000;

/**
 * A value of an output schema: files are real ones, the rest is made up. What may be left out is left out when it is
 * nullable, or a further file beside the one that is asked for.
 */
export function makeOutput(making: Making, schema: Schema): unknown {
  return make(making, schema, "", 0);
}

function make(making: Making, given: Schema, name: string, depth: number): unknown {
  const { reader, random } = making;
  const schema = nonNullSchema(reader, given);
  const medium = isObjectSchema(schema) ? blobMediumOf(reader, given, { name, medium: making.medium }) : undefined;
  if (medium) return making.addFile(medium, name);
  const constant = settled(constantsOf(schema));
  if (constant !== undefined) return constant;
  if (isObjectSchema(schema)) return makeObject(making, given, depth);
  const [alternative] = schemasOf(schema.oneOf ?? schema.anyOf);
  if (alternative) return make(making, alternative, name, depth);
  switch ([schema.type].flat().find((type) => type !== "null")) {
    case "array":
      return makeList(making, schema, name, depth);
    case "string":
      return makeText(making, name, schema.format);
    case "integer":
      return makeInteger(making, name, schema);
    case "number":
      return Number(random.next().toFixed(3));
    case "boolean":
      return false;
    default:
      return null;
  }
}

/** The first of the constants, but for a judgement that is still to come: what is delivered has been approved. */
function settled(constants: readonly unknown[]): unknown {
  return constants.includes("approved") ? "approved" : constants[0];
}

function makeObject(making: Making, schema: Schema, depth: number): Record<string, unknown> {
  const { reader } = making;
  const flat = reader.flatten(nonNullSchema(reader, schema));
  const options = flat.discriminator?.options ?? [];
  const variant = options.find(([value]) => value === making.variant) ?? options[0];
  if (variant && flat.discriminator) {
    return { ...makeObject(making, variant[1], depth + 1), [flat.discriminator.name]: variant[0] };
  }
  if (depth > deepest) return {};
  const members = [...flat.properties].filter(([name, member]) => flat.required.has(name) || isWanted(making, member));
  const made = Object.fromEntries(members.map(([name, member]) => [name, make(making, member, name, depth + 1)]));
  if (members.length > 0 || flat.additional === undefined || flat.additional === true) return made;
  const key = making.subject.split(/\W+/).find((word) => word.length > 3) ?? "sample";
  return { [key.toLowerCase()]: make(making, flat.additional, key, depth + 1) };
}

/** Whether a member that is not required is made all the same. */
function isWanted({ reader, medium }: Making, member: Schema): boolean {
  const { schema } = reader.follow(member);
  const isNullable = nonNullSchema(reader, member) !== schema || [schema.type].flat().includes("null");
  const isFile = isObjectSchema(schema) && blobMediumOf(reader, member, { name: "", medium }) !== undefined;
  return !isNullable && !(isFile && reader.follow(member).name === "Blob");
}

function makeList(making: Making, schema: Schema, name: string, depth: number): unknown[] {
  const item = isObject(schema.items) ? schema.items : {};
  const isFiles = blobMediumOf(making.reader, item, { name, medium: making.medium }) !== undefined;
  return Array.from({ length: isFiles ? making.items : 1 }, () => make(making, item, name, depth + 1));
}

function makeText({ now, random, subject, linkFile }: Making, name: string, format: unknown): string {
  if (format === "uri") return linkFile(name);
  if (format === "date-time") return new Date(name === "expiresAt" ? now + linkMs : now).toISOString();
  if (format === "date-span") return "00:00:05";
  if (/^(id|.*Id|hash|hashes|sha256|blake3|crc32)$/.test(name)) return random.integer(0, 0xffffffff).toString(16);
  if (name === "language") return "en";
  if (name === "blobName") return "epoch-1.safetensors";
  return subject;
}

function makeInteger({ now, random }: Making, name: string, schema: Schema): number {
  if (name === "created") return Math.floor(now / 1000);
  // Epochs are counted from one.
  if (name === "epochNumber") return 1;
  if (/width|height/i.test(name)) return 1024;
  const low = typeof schema.minimum === "number" ? schema.minimum : 0;
  return random.integer(low, typeof schema.maximum === "number" ? Math.min(schema.maximum, low + 100) : low + 9);
}

function isObjectSchema(schema: Schema): boolean {
  return "properties" in schema || "allOf" in schema || "discriminator" in schema || schema.type === "object";
}
