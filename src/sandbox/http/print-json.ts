import { printedText } from "../workflows/answer-cache.ts";

/** The JSON of a body, in UTF-8 or still as a text; what of it was printed before is not printed again. */
export function printJson(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body !== "object" || body === null) return JSON.stringify(body);
  const known = printedText(body);
  if (known) return new Uint8Array(known);
  return "items" in body && Array.isArray(body.items) ? printPage(body, body.items) : JSON.stringify(body);
}

/** Bytes are put together faster than texts, which would be encoded as a whole at the end. */
function printPage(page: object, items: readonly object[]): Uint8Array<ArrayBuffer> {
  const rest = JSON.stringify({ ...page, items: undefined }).slice(1);
  const parts = items.flatMap((item, index) => [
    index === 0 ? opening : comma,
    printedText(item) ?? Buffer.from(JSON.stringify(item)),
  ]);
  if (items.length === 0) parts.push(opening);
  return Buffer.concat([...parts, Buffer.from(rest === "}" ? "]}" : `],${rest}`)]);
}

const opening = Buffer.from('{"items":[');
const comma = Buffer.from(",");
