/** An answer with many workflows. */
type Items = { items: readonly object[] };

const printed = new WeakMap<object, Buffer<ArrayBuffer>>();

/** The JSON of an answer that was printed for good, in UTF-8. */
export function printedText(answer: object): Buffer<ArrayBuffer> | undefined {
  return printed.get(answer);
}

/** Print an answer that is given again and again, and that nobody changes any more. Returns how many bytes that takes. */
export function printForGood(answer: object): number {
  const text = exactly(printJson(answer));
  printed.set(answer, text);
  return text.length;
}

/** The JSON of a body, in UTF-8 or still as a text; what of it was printed for good is not printed again. */
export function printJson(body: unknown): string | Buffer<ArrayBuffer> {
  if (typeof body !== "object" || body === null) return JSON.stringify(body);
  const known = printedText(body);
  if (known) return known;
  return "items" in body && Array.isArray(body.items)
    ? printPage({ ...body, items: body.items })
    : JSON.stringify(body);
}

/** Bytes are put together faster than texts, which would be encoded as a whole at the end. */
function printPage(page: Items): Buffer<ArrayBuffer> {
  const { items, ...others } = page;
  const rest = JSON.stringify(others).slice(1);
  const parts = items.flatMap((item, index) => [
    index === 0 ? opening : comma,
    printedText(item) ?? Buffer.from(JSON.stringify(item)),
  ]);
  if (items.length === 0) parts.push(opening);
  return Buffer.concat([...parts, Buffer.from(rest === "}" ? "]}" : `],${rest}`)]);
}

const opening = Buffer.from('{"items":[');
const comma = Buffer.from(",");

/** Memory of its own: a piece of the pool that short buffers share would keep the rest of it as well. */
function exactly(text: string | Buffer): Buffer<ArrayBuffer> {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  if (typeof text === "string") bytes.write(text);
  else text.copy(bytes);
  return bytes;
}
