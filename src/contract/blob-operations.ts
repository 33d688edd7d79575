import * as z from "zod/mini";
import { blobSchema, uploadTicketSchema } from "./blob.ts";
import { ratingSchema } from "./mature.ts";
import { bytes, empty, json, operation, redirect } from "./operation.ts";
import { problemSchema } from "./problem.ts";
import { readOnly, tooManyRequests } from "./refusals.ts";

const tag = "Blobs";
const params = z.object({ blobId: z.string().check(z.minLength(1)) });
const unauthorised = json(problemSchema, "Neither a bearer token nor a valid signature.");
const unknown = json(problemSchema, "There is no such blob, or it is not available.");

/** The largest upload, in bytes. Source: decisions, "Blobs and callbacks". */
export const maxUploadBytes = 64 * 1024 * 1024;

/** What may be uploaded, told by the bytes themselves. */
export const uploadMediaTypes = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
  "video/mp4",
  "video/webm",
  "audio/wav",
  "audio/mpeg",
  "audio/flac",
  "audio/ogg",
] as const;

/** The signature of a presigned URL and the instant at which it ends. */
const signature = z.object({ sig: z.optional(z.string()), exp: z.optional(z.string()) });

export const getBlob = operation({
  id: "GetBlob",
  method: "GET",
  path: "/v2/consumer/blobs/{blobId}",
  summary: "Go to the bytes of a blob",
  tag,
  access: "signed",
  params,
  query: z.extend(signature, {
    nsfwLevel: z.optional(ratingSchema),
    filename: z.optional(z.string()),
    download: z.optional(z.string()),
    workflowId: z.optional(z.string()),
  }),
  responses: {
    308: redirect("To the signed content URL."),
    401: unauthorised,
    403: json(problemSchema, "The link has expired, or the blob is rated above `nsfwLevel`."),
    404: unknown,
    429: tooManyRequests,
  },
});

export const headBlob = operation({
  id: "HeadBlob",
  method: "HEAD",
  path: "/v2/consumer/blobs/{blobId}",
  summary: "Whether a blob is there",
  tag,
  access: "signed",
  params,
  query: signature,
  responses: { 204: empty("It is there."), 401: unauthorised, 403: unknown, 404: unknown },
});

export const getBlobContent = operation({
  id: "GetBlobContent",
  method: "GET",
  path: "/v2/consumer/blobs/content/{encryptedToken}",
  summary: "The bytes of a blob, by a signed and expiring URL",
  tag,
  access: "public",
  params: z.object({ encryptedToken: z.string().check(z.minLength(1)) }),
  query: z.object({ filename: z.optional(z.string()), download: z.optional(z.string()) }),
  responses: {
    200: bytes("The bytes."),
    206: bytes("The range that was asked for."),
    304: empty("The caller has these bytes already."),
    403: json(problemSchema, "The link has expired; read the workflow again for a fresh one."),
    404: unknown,
    416: json(problemSchema, "The range lies outside the blob."),
  },
});

export const refreshBlob = operation({
  id: "RefreshBlob",
  method: "POST",
  path: "/v2/consumer/blobs/{blobId}/refresh",
  summary: "A fresh signed URL for a blob",
  tag,
  access: "read",
  params,
  responses: {
    200: json(blobSchema, "The blob with a fresh URL."),
    401: unauthorised,
    404: unknown,
    429: tooManyRequests,
  },
});

export const getUploadUrl = operation({
  id: "GetConsumerBlobUploadUrl",
  method: "GET",
  path: "/v2/consumer/blobs/upload",
  summary: "A presigned URL to send bytes to",
  tag,
  access: "write",
  responses: {
    200: json(uploadTicketSchema, "POST the raw bytes there, without a bearer."),
    401: unauthorised,
    403: readOnly,
    429: tooManyRequests,
  },
});

export const uploadBlob = operation({
  id: "UploadConsumerBlob",
  method: "POST",
  path: "/v2/consumer/blobs",
  summary: "Store raw bytes as a blob",
  tag,
  access: "signed",
  query: z.extend(signature, { account: z.optional(z.string()) }),
  body: { kind: "bytes" },
  responses: {
    201: json(blobSchema, "The blob, ready to be an input."),
    400: json(problemSchema, "There are no bytes."),
    401: unauthorised,
    403: json(problemSchema, "The token may only read, or the presigned URL has expired."),
    413: json(problemSchema, "More than 64 MiB."),
    415: json(problemSchema, "The bytes are none of the media types that are taken."),
    429: tooManyRequests,
  },
});
