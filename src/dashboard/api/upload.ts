import { getUploadUrl, uploadBlob } from "#contract/blob-operations.ts";
import type { Api } from "./api.ts";
import { problemOfShape } from "./api-problem.ts";

/**
 * Send a file to the server and answer the URL by which steps find it. Refuses with an ApiProblem: 413 above 64 MiB,
 * 415 for what is no picture, clip or sound. Source: facts 6, "Upload".
 */
export async function uploadFile(api: Api, file: File): Promise<string> {
  const ticket = await api.call(getUploadUrl, {});
  const { searchParams } = new URL(ticket.body.uploadUrl, location.origin);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { body } = await api.call(uploadBlob, { body: bytes, query: Object.fromEntries(searchParams) });
  if (!body.url) throw problemOfShape(201, "The file was taken, and is not available yet. Try again in a moment.");
  return body.url;
}
