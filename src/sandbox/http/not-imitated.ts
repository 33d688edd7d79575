/** Parts of the hosted API that the sandbox has none of. Source: docs/sandbox-differences.md. */
const parts: [path: RegExp, what: string][] = [
  [/^\/v2\/resources(\/|$)/, "the catalogue of resources"],
  [/^\/v2\/services(\/|$)/, "the catalogue of services"],
  [/^\/v2\/consumer\/free-tier$/, "the free tier"],
  [/^\/v2\/consumer\/streaming-blobs\//, "live streams of media"],
  [/^\/v1\/chat\/completions$/, "the OpenAI-compatible chat"],
  [/^\/mcp(\/|$)/, "the MCP server"],
];

/** What the hosted API has at a path and the sandbox does not imitate; `undefined` for a path that is nothing anywhere. */
export function notImitated(path: string): string | undefined {
  return parts.find(([pattern]) => pattern.test(path))?.[1];
}
