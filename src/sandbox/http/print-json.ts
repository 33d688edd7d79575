import { printedText } from "../workflows/answer-cache.ts";

/** The JSON of a body; what of it was printed before is not printed again. */
export function printJson(body: unknown): string {
  if (typeof body !== "object" || body === null) return JSON.stringify(body);
  const known = printedText(body);
  if (known !== undefined) return known;
  if (!("items" in body) || !Array.isArray(body.items)) return JSON.stringify(body);
  const { items, ...others } = body;
  const rest = JSON.stringify(others).slice(1);
  return `{"items":[${items.map(printJson).join(",")}]${rest === "}" ? "" : ","}${rest}`;
}
