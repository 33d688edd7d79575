import { quote } from "shell-quote";

/** The ways in which a body is copied. */
export const exportKinds = ["json", "curl", "fetch", "client"] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportNames: Record<ExportKind, string> = {
  json: "JSON",
  curl: "cURL",
  fetch: "fetch",
  client: "@civitai/client",
};

/**
 * A body as a text that runs. `origin`: of the server, such as `https://orchestration.civitai.com`. The token is never
 * part of it: it is read from the environment variable CIVITAI_TOKEN. `waitSeconds`: how long the call waits for the end.
 */
export function exportText(kind: ExportKind, body: unknown, origin: string, waitSeconds = 0): string {
  const json = JSON.stringify(body, null, 2);
  const url = `${origin}/v2/consumer/workflows${waitSeconds > 0 ? `?wait=${waitSeconds}` : ""}`;
  switch (kind) {
    case "json":
      return `${json}\n`;
    case "curl":
      return `${[
        `curl ${quote([url])}`,
        `-H "Authorization: Bearer $CIVITAI_TOKEN"`,
        "-H 'Content-Type: application/json'",
        `-d ${singleQuoted(json)}`,
      ].join(" \\\n  ")}\n`;
    case "fetch":
      return `const response = await fetch(${JSON.stringify(url)}, {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.CIVITAI_TOKEN}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify(${indent(json)}),
});
console.log(response.status, await response.json());
`;
    case "client":
      return `// For a bundler or \`node --import tsx\`: the package imports folders, which Node alone does not resolve.
import { createCivitaiClient, submitWorkflow } from "@civitai/client";

const client = createCivitaiClient({ auth: process.env.CIVITAI_TOKEN, baseUrl: ${JSON.stringify(origin)} });
const { data, error } = await submitWorkflow({
  client,
  body: ${indent(json)},${waitSeconds > 0 ? `\n  query: { wait: ${waitSeconds} },` : ""}
});
console.log(data ?? error);
`;
  }
}

/** A command that reads a workflow. `origin` and token as above. */
export function curlToRead(origin: string, workflowId: string): string {
  const url = `${origin}/v2/consumer/workflows/${encodeURIComponent(workflowId)}`;
  return `curl ${quote([url])} \\\n  -H "Authorization: Bearer $CIVITAI_TOKEN"\n`;
}

/** In single quotes a shell changes nothing; a single quote itself stands outside of them. */
function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function indent(json: string): string {
  return json.replaceAll("\n", "\n  ");
}
