import { isObject } from "#contract/json.ts";

/**
 * Whether a composition comes to sound or to a film: what its `output` asks for, else a film if any element is one or a
 * canvas is given. `undefined` for any other input. Source: the published document, MediaOutputType.
 */
export function composedType(input: unknown): "audio" | "video" | undefined {
  if (!isObject(input) || !Array.isArray(input.elements)) return undefined;
  const asked = isObject(input.output) ? input.output.type : undefined;
  if (asked === "audio" || asked === "video") return asked;
  const hasFilm = input.elements.some((element) => isObject(element) && isFilm(element.url));
  return hasFilm || isObject(input.canvas) ? "video" : "audio";
}

function isFilm(url: unknown): boolean {
  return typeof url === "string" && /\.(mp4|webm|mov|m4v)($|[?#])/i.test(url);
}
