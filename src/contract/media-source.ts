/** A schema and something behind it. What a URL leads to is nobody's business here. */
const forms = [/^https?:\/\/[^\s/]/i, /^data:[^,]*,./i, /^(urn:)?air:\S+$/i];

/** Shorter than this, no file is told by its bytes. */
const shortestBase64 = 16;

/** The part of a text by which base64 is told: files come in megabytes. */
const lookedAt = 1024;

/**
 * Whether a text can name a file to work from: an http(s) URL, a data URL, base64 or an AIR. Whether there is a file is
 * seen when the step runs. Source: the document, "Either A URL, A DataURL or a Base64 string"; facts 6, "Upload".
 */
export function isMediaSource(text: string): boolean {
  const start = text.slice(0, lookedAt);
  if (forms.some((form) => form.test(start))) return true;
  return text.length >= shortestBase64 && /^[A-Za-z0-9+/_-]+={0,2}$/.test(start);
}
