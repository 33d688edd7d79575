/** Whether the host's name, as in a URL, means this machine. */
function isLoopbackName(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return name === "localhost" || name.endsWith(".localhost") || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
}

/** Whether the address, as of a socket, is of this machine. */
export function isLoopbackAddress(address: string | undefined): boolean {
  const plain = (address ?? "").replace(/^::ffff:/i, "");
  return plain === "::1" || /^127(\.\d{1,3}){3}$/.test(plain);
}

/**
 * Whether a page of another site can have caused the request: by its Origin, by what the browser says of the site, or
 * by a host name that was made to point here (DNS rebinding). Who is no browser sends a loopback host, or none in process.
 */
export function isCausedByForeignPage(headers: Headers): boolean {
  const host = headers.get("Host");
  const origin = headers.get("Origin");
  const isForeignHost = host !== null && !isLoopbackUrl(`http://${host}`);
  const isForeignOrigin = origin !== null && !isLoopbackUrl(origin);
  return isForeignHost || isForeignOrigin || headers.get("Sec-Fetch-Site") === "cross-site";
}

function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && isLoopbackName(new URL(url).hostname);
}
