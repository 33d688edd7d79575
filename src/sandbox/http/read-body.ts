import type { Body } from "#contract/operation.ts";
import type { Limits } from "../options.ts";
import { findJsonFault } from "./find-json-fault.ts";
import { invalidRequest, type ProblemReply, problem } from "./problems.ts";

type Read<Value> = { ok: true; value: Value } | { ok: false; reply: ProblemReply };

/** The body as JSON; refused when it says to be something else (415), is too long (413), nested too deep or no JSON (400). */
export async function readJson(
  request: Request,
  { mediaType }: Extract<Body, { kind: "json" }>,
  { maxBodyBytes, maxJsonDepth }: Limits,
): Promise<Read<unknown>> {
  const contentType = (request.headers.get("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!/^(application\/(.+\+)?json|text\/json)$/.test(contentType)) {
    const given = contentType === "" ? "The body has no Content-Type" : `The body is "${contentType}"`;
    return { ok: false, reply: problem(415, `${given}; send ${mediaType}.`) };
  }
  const encoded = encodingOf(request);
  if (encoded) return { ok: false, reply: problem(415, `The body is encoded as ${encoded}; send it plain, as UTF-8.`) };
  const read = await readBytes(request, maxBodyBytes);
  if (!read.ok) return read;
  const parsed = parse(new TextDecoder().decode(read.value));
  if (!parsed.ok || !isDeeper(parsed.value, maxJsonDepth)) return parsed;
  return refuseText(`The body is nested more than ${maxJsonDepth} levels deep.`);
}

/** What a body says to be encoded as, in bytes or letters, where that can't be read. */
function encodingOf({ headers }: Request): string | undefined {
  const coding = headers.get("Content-Encoding")?.trim().toLowerCase();
  if (coding && coding !== "identity") return `"${coding}"`;
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers.get("Content-Type") ?? "")?.[1]?.toLowerCase();
  return charset === undefined || /^(utf-?8|us-ascii|ascii)$/.test(charset) ? undefined : `"${charset}"`;
}

function parse(text: string): Read<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const { line, column } = findJsonFault(text) ?? { line: 1, column: 1 };
    return refuseText(`The body is no JSON: it goes wrong at line ${line}, column ${column}.`);
  }
}

function refuseText(detail: string): { ok: false; reply: ProblemReply } {
  return { ok: false, reply: invalidRequest(detail, { "": [detail] }) };
}

/** Whether lists and objects are nested in more than so many levels; looks no deeper than that. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

/** The body as bytes; refused once it is longer than may be, whatever its Content-Length said. */
export async function readBytes(request: Request, maxBytes: number): Promise<Read<Uint8Array>> {
  const tooLong = { ok: false, reply: problem(413, `The body has more than ${printBytes(maxBytes)}.`) } as const;
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes) return tooLong;
  // A server lets no more through than the Content-Length says, and to read at once is faster than by pieces.
  if (request.headers.has("Content-Length")) {
    const whole = new Uint8Array(await request.arrayBuffer());
    return whole.length > maxBytes ? tooLong : { ok: true, value: whole };
  }
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

function printBytes(bytes: number): string {
  const mebibytes = bytes / 1024 / 1024;
  return Number.isInteger(mebibytes) ? `${mebibytes} MiB` : `${bytes} bytes`;
}
