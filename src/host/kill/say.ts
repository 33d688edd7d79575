import type { Memory } from "./memory.ts";

type Saying = { body?: unknown; allowed: readonly number[] };

/** Ask the sandbox over HTTP. Any answer but the allowed ones is a defect; a broken connection rejects with TypeError. */
export async function say(
  { address, memory }: { address: string; memory: Memory },
  method: string,
  path: string,
  { body, allowed }: Saying,
) {
  const answer = await fetch(address + path, {
    method,
    headers: { Authorization: `Bearer ${memory.token}`, "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!allowed.includes(answer.status)) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
}
