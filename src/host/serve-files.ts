import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

type Encoding = "br" | "gzip";

const mediaTypes: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const compressible = /^(text\/|application\/(json|manifest\+json|wasm)|image\/svg)/;

/*
 * Scripts and requests stay on our own origin. Media may come from the files' own hosts, and from upstreams without
 * TLS, such as another sandbox. Style elements are made by components at run time, so inline styles are allowed; they
 * can't reach out either.
 */
const policyFor = (mediaOrigins: readonly string[]) =>
  [
    "default-src 'self'",
    ["img-src 'self' data: blob: https:", ...mediaOrigins].join(" "),
    ["media-src 'self' data: blob: https:", ...mediaOrigins].join(" "),
    // Compressed 3D models are unpacked by WebAssembly, which the viewer brings along; text is never made code.
    "script-src 'self' 'wasm-unsafe-eval'",
    // Its decoders run in a worker that the viewer makes of two of our own files.
    "worker-src 'self' blob:",
    // A 3D model's textures are read from inside its own file.
    "connect-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/**
 * Answer with the files of the built dashboard. A path that is no file is a screen of the dashboard, and gets its page.
 * Files under `assets/` have a hash in their name and are kept by browsers for good. `mediaOrigins`: where pictures and
 * films may come from, besides any host with TLS.
 */
export function serveFiles(
  folder: string,
  mediaOrigins: readonly string[] = [],
): (request: Request) => Promise<Response> {
  const policy = policyFor(mediaOrigins);
  const paths = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(pathOf(folder)),
  );
  const read = remember((path: string) => readFile(join(folder, path)));
  const compressed = {
    br: remember(async (path: string) => compress(await read(path), "br")),
    gzip: remember(async (path: string) => compress(await read(path), "gzip")),
  };

  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return new Response("Only GET and HEAD are offered here.\n", { status: 405, headers: { Allow: "GET, HEAD" } });
    }
    const asked = new URL(request.url).pathname;
    const path = paths.has(asked) ? asked : isScreen(asked) ? "/index.html" : undefined;
    if (path === undefined) return new Response("There is no such file.\n", { status: 404 });
    const mediaType = mediaTypes[extname(path)] ?? "application/octet-stream";
    const encoding = compressible.test(mediaType) ? chosenEncoding(request.headers.get("Accept-Encoding")) : undefined;
    const bytes = encoding ? await compressed[encoding](path) : await read(path);
    return new Response(request.method === "HEAD" ? null : new Uint8Array(bytes), {
      headers: {
        "Content-Type": mediaType,
        "Content-Length": String(bytes.length),
        "Cache-Control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        Vary: "Accept-Encoding",
        ...(encoding ? { "Content-Encoding": encoding } : {}),
      },
    });
  };
}

function pathOf(folder: string) {
  return ({ parentPath, name }: { parentPath: string; name: string }) =>
    `/${relative(folder, join(parentPath, name)).split(sep).join("/")}`;
}

/** A name with an extension is a file that should be there; a workflow's or step's name has none at its end. */
function isScreen(path: string): boolean {
  return !path.startsWith("/assets/") && extname(path) === "";
}

function chosenEncoding(accepted: string | null): Encoding | undefined {
  const offered = (accepted ?? "").split(",").map((one) => one.trim());
  return (["br", "gzip"] as const).find((encoding) =>
    offered.some((one) => one.startsWith(encoding) && !/;\s*q=0(\.0*)?$/.test(one)),
  );
}

function compress(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === "gzip") return promisify(gzip)(bytes);
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

/** Do it once for each key. */
function remember<Value>(work: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const done = new Map<string, Promise<Value>>();
  return (key) => {
    const known = done.get(key) ?? work(key);
    done.set(key, known);
    return known;
  };
}
