import { lookup } from "node:dns/promises";
import { isCallbackUrl } from "#contract/callbacks.ts";
import { isLoopbackAddress } from "../http/loopback.ts";
import type { SendCallback } from "../options.ts";
import type { StoredTry } from "../store/callback-store.ts";

/** What came of a try: `refused` will not be sent however often it is tried. */
export type Sent = Pick<StoredTry, "status" | "answer" | "error"> & { outcome: "delivered" | "failed" | "refused" };

/** How much of an answer is kept, in bytes. The rest is not read. */
const maxAnswerBytes = 2_048;

/**
 * POST an event to a callback. 2xx is delivered, anything else has failed, redirects as well: they are not followed. No
 * URL but https and http to this machine is called, whatever was stored.
 */
export async function sendCallback(
  send: SendCallback,
  url: string,
  body: string,
  { timeoutMs, stopping }: { timeoutMs: number; stopping: AbortSignal },
): Promise<Sent> {
  const refused = await refusalOf(url);
  if (refused !== undefined) return { outcome: "refused", error: refused };
  const ending = new AbortController();
  const end = () => ending.abort();
  stopping.addEventListener("abort", end);
  const timer = setTimeout(end, timeoutMs);
  try {
    const response = await send(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "User-Agent": "sandbox-orchestrator" },
      body,
      redirect: "manual",
      signal: ending.signal,
    });
    const answer = await readStart(response);
    return { outcome: response.ok ? "delivered" : "failed", status: response.status, answer };
  } catch (error) {
    const isLate = ending.signal.aborted && !stopping.aborted;
    return { outcome: "failed", error: isLate ? `No answer within ${timeoutMs / 1000} s.` : wordsOf(error) };
  } finally {
    clearTimeout(timer);
    stopping.removeEventListener("abort", end);
  }
}

/** Why a URL is not called; `undefined` for one that is. "localhost" has to mean this machine here too. */
async function refusalOf(url: string): Promise<string | undefined> {
  if (!isCallbackUrl(url) || !URL.canParse(url)) return "Not sent: callbacks go to https, or to http on this machine.";
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:" || hostname !== "localhost") return undefined;
  const addresses = await lookup(hostname, { all: true }).catch(() => []);
  const isHere = addresses.every(({ address }) => isLoopbackAddress(address));
  return isHere ? undefined : 'Not sent: "localhost" leads to another machine here.';
}

/** The beginning of an answer. The status has decided already; a body that breaks off changes nothing. */
async function readStart(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  try {
    while (reader && length < maxAnswerBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.length;
    }
    await reader?.cancel();
  } catch {
    // What came until then is kept.
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, maxAnswerBytes));
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // fetch says only that it failed; what happened is the cause.
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
