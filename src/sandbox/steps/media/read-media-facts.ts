import type { MediaFacts } from "../step-handler.ts";

/** Size and length of a clip or of a sound, told by its own bytes; `undefined` when it can't be read. */
export async function readMediaFacts(bytes: Uint8Array): Promise<MediaFacts | undefined> {
  // Loaded when it is needed: it takes a fifth of a second at the start otherwise.
  const { ALL_FORMATS, BufferSource, Input } = await import("mediabunny");
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) });
  try {
    const [seconds, film] = [await input.computeDuration(), await input.getPrimaryVideoTrack()];
    if (!(seconds > 0)) return undefined;
    return { seconds, ...(film && { width: film.displayWidth, height: film.displayHeight }) };
  } catch {
    // Damaged, or of a kind that is not read here: nothing is known of it then.
    return undefined;
  } finally {
    input.dispose();
  }
}
