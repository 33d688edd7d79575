import type { Peer } from "#sandbox/http/incoming.ts";
import { isCausedByForeignPage } from "#sandbox/http/loopback.ts";
import { refuse } from "./refuse.ts";

/** What goes to the upstream of a request's headers: no cookie, and nothing that tells of this machine. */
const passedOn = ["Authorization", "Accept", "Content-Type", "Range"];
/** What comes back, besides the headers of these two families. */
const passedBack =
  /^(content-type|content-range|content-disposition|accept-ranges|retry-after|ratelimit(-.*)?|x-civitai-.*|x-sandbox-.*|x-nsfw-level)$/i;
/** What a stranger sends stands under our own origin here: it is what it says to be, and opened as a page it can do nothing. */
const harmless = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
};

/**
 * Pass requests for `/relay/<origin>/…` on to that origin, so that the dashboard speaks to its own origin only. The
 * origin has to be among the upstreams, the caller on this machine, and the path one of the API. Nothing is logged or kept.
 */
export function createRelay(upstreams: readonly string[]): (request: Request, peer: Peer) => Promise<Response> {
  return async (request, peer) => {
    if (!peer.isLoopback) return refuse(403, "The relay answers callers of this machine only.");
    if (isCausedByForeignPage(request.headers)) {
      return refuse(403, "The relay answers no request of a page that is not of this machine.");
    }
    const target = readTarget(new URL(request.url));
    if (!target) return refuse(404, "Write /relay/<origin, percent-encoded>/v2/… or …/openapi/….");
    if (!upstreams.includes(target.origin)) return refuseOrigin(target.origin);
    const response = await passOn(request, target);
    return needsNoKey(request) ? leadOn(response, upstreams) : response;
  };
}

async function passOn(request: Request, target: URL): Promise<Response> {
  const headers = new Headers();
  for (const name of passedOn) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  try {
    const { method, body, signal } = request;
    // A redirect is the dashboard's to follow: the key goes to the named origin only.
    const sending = { method, headers, signal, redirect: "manual" } as const;
    const response = await fetch(target, body ? { ...sending, body, duplex: "half" } : sending);
    return new Response(response.body, { status: response.status, headers: headersBack(response, target) });
  } catch {
    return refuse(502, `${target.origin} can't be reached, or it closed the connection.`);
  }
}

function headersBack(response: Response, target: URL): Headers {
  const headers = new Headers(harmless);
  for (const [name, value] of response.headers) if (passedBack.test(name)) headers.set(name, value);
  const location = response.headers.get("Location");
  if (location !== null) headers.set("Location", relayed(location, target));
  return headers;
}

/** Whether it asks for what needs no key, such as a file by its signed link. */
function needsNoKey({ method, headers }: Request): boolean {
  return method === "GET" && !headers.has("Authorization");
}

/**
 * A redirect to another host, which the page itself may not read from: back through the relay where the relay goes, and
 * else refused by naming the host. Never with a key, which is for the host that was asked.
 */
function leadOn(response: Response, upstreams: readonly string[]): Response {
  const location = response.headers.get("Location") ?? "";
  if (!URL.canParse(location)) return response;
  const place = new URL(location);
  // Not read, so the connection would stay open.
  void response.body?.cancel();
  if (!upstreams.includes(place.origin) || !isOfApi(place)) return refuseOrigin(place.origin);
  return new Response(null, {
    status: response.status,
    headers: { ...harmless, Location: throughRelay(place) },
  });
}

/** A place of the API at the same upstream is reached through the relay as well; any other is named whole. */
function relayed(location: string, target: URL): string {
  if (!URL.canParse(location, target.href)) return location;
  const place = new URL(location, target);
  return place.origin === target.origin && isOfApi(place) ? throughRelay(place) : place.href;
}

function throughRelay({ origin, pathname, search }: URL): string {
  return `/relay/${encodeURIComponent(origin)}${pathname}${search}`;
}

/** The address that a path of the relay stands for; `undefined` when it is none of an API. */
function readTarget({ pathname, search }: URL): URL | undefined {
  const [, encoded, path] = /^\/relay\/([^/]+)(\/.*)$/.exec(pathname) ?? [];
  if (encoded === undefined || path === undefined) return undefined;
  const origin = decode(encoded);
  if (origin === undefined || !URL.canParse(origin) || new URL(origin).origin !== origin) return undefined;
  const target = new URL(`${origin}${path}${search}`);
  return isOfApi(target) ? target : undefined;
}

function isOfApi({ pathname }: URL): boolean {
  return /^\/(v2|openapi)\//.test(pathname);
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The header tells the dashboard that it is the relay that refuses, and whom; an upstream's own is not passed back. */
function refuseOrigin(origin: string): Response {
  const response = refuse(403, `The relay does not pass on to ${origin}. Name it in RELAY_UPSTREAMS to let it.`);
  response.headers.set("X-Relay-Refused", origin);
  return response;
}
