import type { Field, OutputPort } from "#contract/catalogue/catalogue.ts";

/**
 * The outputs that a field can take. A media field takes its medium (any, where the document does not say which), a text
 * takes texts, a number takes numbers; what is open takes everything.
 */
export function portsThatFit(field: Field, ports: readonly OutputPort[]): OutputPort[] {
  const { shape } = field;
  switch (shape.kind) {
    case "text": {
      if (field.control === "media")
        return ports.filter(({ kind }) => isMedium(kind) && (!shape.medium || kind === shape.medium));
      return field.control === "air" ? [] : ports.filter(({ kind }) => kind === "text");
    }
    case "number":
      return ports.filter(({ kind }) => kind === "number");
    case "union":
      return ports.filter((port) => shape.alternatives.some((one) => portsThatFit(one.field, [port]).length > 0));
    case "open":
      return [...ports];
    default:
      return [];
  }
}

function isMedium(kind: OutputPort["kind"]): boolean {
  return kind === "image" || kind === "video" || kind === "audio" || kind === "model3d";
}
