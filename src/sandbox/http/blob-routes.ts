import {
  getBlob,
  getUploadUrl,
  headBlob,
  refreshBlob,
  uploadBlob,
  uploadMediaTypes,
} from "#contract/blob-operations.ts";
import { strongerRating } from "#contract/mature.ts";
import { readLinkEnd } from "../blobs/blob-links.ts";
import { readFacts } from "../blobs/read-facts.ts";
import { newBlobId } from "../engine/ids.ts";
import { blobFacts } from "../engine/map-blobs.ts";
import { sniffMediaType } from "../steps/media/sniff-media-type.ts";
import type { StoredBlob } from "../store/blob-store.ts";
import { linksTo } from "../workflows/show-file.ts";
import { contentRoute } from "./content-route.ts";
import { type Asked, implement, type Route } from "./implement.ts";
import type { Incoming } from "./incoming.ts";
import { type ProblemReply, problem } from "./problems.ts";

type AskedBlob = Asked<typeof getBlob> | Asked<typeof headBlob>;

const get = implement(
  getBlob,
  mayRead,
)((call) => {
  const { params, query, links, url } = call;
  const blob = findOpen(call, params.blobId);
  if (!blob) return noSuchBlob(params.blobId);
  const highest = query.nsfwLevel;
  if (highest !== undefined && strongerRating(highest, blob.rating) !== highest) {
    return problem(403, `The blob is rated ${blob.rating}, above ${highest}.`);
  }
  // A link that was handed on does not live longer by being followed.
  const until = query.sig === undefined ? undefined : readLinkEnd(query.exp ?? "");
  const location = new URL(links.content(url.origin, blob.id, "original", until).url);
  if (query.filename !== undefined) location.searchParams.set("filename", query.filename);
  if (query.download !== undefined) location.searchParams.set("download", query.download);
  return { status: 308, location: location.href, headers: { "Cache-Control": "no-store" } };
});

const head = implement(
  headBlob,
  mayRead,
)((call) => (findOpen(call, call.params.blobId) ? { status: 204 } : noSuchBlob(call.params.blobId)));

const refresh = implement(refreshBlob)((call) => {
  const { services, account, params } = call;
  const blob = services.store.blobs.find(params.blobId);
  if (blob?.accountId !== account.id) return noSuchBlob(params.blobId);
  return { status: 200, body: present(call, blob) };
});

const ticket = implement(getUploadUrl)(({ links, account, url }) => {
  const { url: uploadUrl, expiresAt } = links.upload(url.origin, account.id);
  return { status: 200, body: { uploadUrl, expiresAt } };
});

const upload = implement(
  uploadBlob,
  mayUpload,
)(async (call) => {
  const { services, body: bytes, account, query } = call;
  if (bytes.length === 0) return problem(400, "The body is empty; send the bytes of a file.");
  const mediaType = sniffMediaType(bytes);
  if (!mediaType) return problem(415, `By its bytes, this is none of ${uploadMediaTypes.join(", ")}.`);
  const facts = await readFacts({ bytes, mediaType });
  const medium = mediaType.startsWith("image/") ? "image" : mediaType.startsWith("video/") ? "video" : "audio";
  const blob: StoredBlob = {
    id: newBlobId(mediaType),
    accountId: account?.id ?? Number(query.account),
    medium,
    mediaType,
    width: facts?.width,
    height: facts?.height,
    duration: facts?.seconds,
    rating: "pg",
    state: "available",
    createdAt: services.clock.now(),
  };
  services.store.transaction(() => {
    services.store.blobs.insert(blob);
    services.store.blobs.keepContent(blob.id, "original", { mediaType, bytes });
  });
  return { status: 201, body: present(call, blob) };
});

/** "upload" and "content" come first: they are no ids of blobs. */
export const blobRoutes: readonly Route[] = [ticket, upload, contentRoute, get, head, refresh];

/** A signed link, or the bearer of the account that the blob belongs to. */
function mayRead({ account, query, params, links }: AskedBlob): ProblemReply | undefined {
  switch (links.checkBlob(params.blobId, query)) {
    case "valid":
      return undefined;
    case "expired":
      return account ? undefined : problem(403, "The link has expired; read the workflow again for a fresh one.");
    default:
      return account ? undefined : problem(401, "Neither a bearer token nor a valid signature.");
  }
}

function mayUpload({ account, query, links }: Asked<typeof uploadBlob>): ProblemReply | undefined {
  if (account) return account.permissions.write ? undefined : problem(403, "This token may only read.");
  switch (links.checkUpload(query.account ?? "", query)) {
    case "valid":
      return undefined;
    case "expired":
      return problem(403, "The presigned URL has expired; ask for a fresh one.");
    default:
      return problem(401, "Neither a bearer token nor a valid signature.");
  }
}

/** Whoever has a link sees the blob; a bearer sees the account's own. */
function findOpen({ services, account, links, query, params }: AskedBlob, id: string): StoredBlob | undefined {
  const blob = services.store.blobs.find(id);
  if (blob?.state !== "available") return undefined;
  const isShown = links.checkBlob(params.blobId, query) === "valid" || blob.accountId === account?.id;
  return isShown ? blob : undefined;
}

function present(call: Incoming, blob: StoredBlob) {
  return call.services.dialect.presentOwnBlob(withLinks(call, blob));
}

function withLinks({ links, url }: Incoming, blob: StoredBlob) {
  const facts = blobFacts(blob);
  return blob.state === "available" ? { ...facts, ...linksTo(blob, links.urls(url.origin)) } : facts;
}

function noSuchBlob(id: string): ProblemReply {
  return problem(404, `There is no blob "${id}", or it is not available.`);
}
