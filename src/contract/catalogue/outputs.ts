import { type Medium, mediumSchema } from "../blob.ts";
import { isObject } from "../json.ts";
import type { OutputPort } from "./catalogue.ts";
import { constantsOf, type DocumentReader, type Schema, schemasOf } from "./document.ts";
import { labelOf } from "./labels.ts";

const mediumOfSchema: Record<string, Medium> = {
  ImageBlob: "image",
  VideoBlob: "video",
  AudioBlob: "audio",
  Model3DBlob: "model3d",
};
const mediumOfName: [RegExp, Medium][] = [
  [/video/i, "video"],
  [/audio/i, "audio"],
  [/model|walking|running/i, "model3d"],
];
/** Texts of an output that no later step wants: identifiers and moments. */
const plumbing =
  /^(id|jobId|url|urlExpiresAt|previewUrl|previewUrlExpiresAt|blockedReason|tier|type|\$type|expiresAt|role|finishReason|object|model)$/;
const deepest = 4;

/** What a step of this output schema offers to later ones, media first. `medium`: what the step makes as a whole. */
export function compileOutputs(reader: DocumentReader, schema: Schema, medium: Medium | undefined): OutputPort[] {
  const ports = portsIn(reader, schema, { path: "output", name: "", isList: false, depth: 0, medium });
  return ports.toSorted((one, other) => rank(one) - rank(other));
}

type Place = { path: string; name: string; isList: boolean; depth: number; medium: Medium | undefined };

function portsIn(reader: DocumentReader, given: Schema, place: Place): OutputPort[] {
  const schema = nonNullSchema(reader, given);
  const types = [schema.type].flat();
  if (types.includes("array")) {
    if (!isObject(schema.items)) return [];
    return portsIn(reader, schema.items, { ...place, path: `${place.path}[0]`, isList: true });
  }
  if ("properties" in schema || "allOf" in schema || "discriminator" in schema)
    return portsOfObject(reader, given, place);
  if (plumbing.test(place.name) || constantsOf(schema).length > 0) return [];
  if (types.includes("string")) return [port(place, "text")];
  if (types.includes("integer") || types.includes("number")) return [port(place, "number")];
  return types.includes("object") ? [port(place, "data")] : [];
}

function portsOfObject(reader: DocumentReader, schema: Schema, place: Place): OutputPort[] {
  const kind = blobMediumOf(reader, schema, place);
  if (kind) return [{ ...port(place, kind), path: `${place.path}.url` }];
  if (place.depth >= deepest) return [];
  const { properties } = reader.flatten(nonNullSchema(reader, schema));
  return [...properties].flatMap(([name, property]) =>
    portsIn(reader, property, { ...place, path: `${place.path}.${name}`, name, depth: place.depth + 1 }),
  );
}

/** The medium of a blob: by its schema, else by the name of the member, else by what the step makes. `undefined` for any other object. */
export function blobMediumOf(
  reader: DocumentReader,
  schema: Schema,
  { name, medium }: { name: string; medium: Medium | undefined },
): Medium | undefined {
  const { names, properties } = reader.flatten(nonNullSchema(reader, schema));
  if (!properties.has("available") || !properties.has("id") || !properties.has("url")) return undefined;
  const known = [...names, reader.follow(schema).name ?? ""].map((one) => mediumOfSchema[one]).find(Boolean);
  const declared = constantsOf(properties.get("type") ?? {})[0];
  const byName = mediumOfName.find(([pattern]) => pattern.test(name))?.[1];
  return known ?? mediumSchema.safeParse(declared).data ?? byName ?? medium ?? "image";
}

function port({ path, isList }: Place, kind: OutputPort["kind"]): OutputPort {
  const shown = path.replace(/^output\.?/, "").replace(/\[0\]$/, "");
  const last = shown.split(".").at(-1)?.replace(/\[0\]/g, "") ?? "";
  return { path, label: shown === "" ? "Output" : labelOf(last), kind, isList };
}

function rank({ kind }: OutputPort): number {
  return kind === "number" || kind === "data" ? 2 : kind === "text" ? 1 : 0;
}

/** The schema that a reference leads to, of the value where it is not null. */
export function nonNullSchema(reader: DocumentReader, given: Schema): Schema {
  const { schema } = reader.follow(given);
  const others = schemasOf(schema.anyOf ?? schema.oneOf).filter((one) => one.type !== "null");
  const [only] = others;
  return others.length === 1 && only ? reader.follow(only).schema : schema;
}
