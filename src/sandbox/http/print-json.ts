import { printedText, printPage } from "../workflows/printed.ts";

/** The JSON of a body, in UTF-8 or still as a text; what of it was printed before is not printed again. */
export function printJson(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body !== "object" || body === null) return JSON.stringify(body);
  const known = printedText(body);
  if (known) return known;
  return "items" in body && Array.isArray(body.items)
    ? printPage({ ...body, items: body.items })
    : JSON.stringify(body);
}
