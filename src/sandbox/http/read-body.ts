import type { Body } from "#contract/operation.ts";
import { type ProblemReply, problem } from "./problems.ts";

/** JSON may carry media as data URLs, so it may be long. */
const maxJsonBytes = 100 * 1024 * 1024;

type Read<Value> = { ok: true; value: Value } | { ok: false; reply: ProblemReply };

/** The body as JSON; refused when it says to be something else (415), is too long (413) or is no JSON (400). */
export async function readJson(
  request: Request,
  { mediaType }: Extract<Body, { kind: "json" }>,
): Promise<Read<unknown>> {
  const contentType = (request.headers.get("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!/^(application\/(.+\+)?json|text\/json)$/.test(contentType)) {
    const given = contentType === "" ? "The body has no Content-Type" : `The body is "${contentType}"`;
    return { ok: false, reply: problem(415, `${given}; send ${mediaType}.`) };
  }
  const read = await readBytes(request, maxJsonBytes);
  if (!read.ok) return read;
  try {
    return { ok: true, value: JSON.parse(new TextDecoder().decode(read.value)) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, reply: problem(400, `The body is no JSON: ${why}`, { errors: { "": [why] } }) };
  }
}

/** The body as bytes; refused once it is longer than may be, whatever its Content-Length said. */
export async function readBytes(request: Request, maxBytes: number): Promise<Read<Uint8Array>> {
  const tooLong = { ok: false, reply: problem(413, `The body has more than ${maxBytes / 1024 / 1024} MiB.`) } as const;
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes) return tooLong;
  if (!request.body) return { ok: true, value: new Uint8Array() };
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > maxBytes) {
      await reader.cancel();
      return tooLong;
    }
    chunks.push(next.value);
  }
  const [only] = chunks;
  return { ok: true, value: chunks.length === 1 && only ? only : Buffer.concat(chunks) };
}
