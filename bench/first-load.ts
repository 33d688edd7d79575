/*
 * What a browser loads as JavaScript for the list of workflows, and what the builder adds: brotli bytes of the built
 * files, by following static imports from the entry, which holds the list, and from the builder's chunk.
 *
 *   npm run build && node --import tsx bench/first-load.ts
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const assets = join("dist", "assets");
const files = readdirSync(assets).filter((name) => name.endsWith(".js"));
const entry = /src="\/assets\/([^"]+\.js)"/.exec(readFileSync(join("dist", "index.html"), "utf8"))?.[1];
if (!entry) throw new Error("dist/index.html names no entry: run `npm run build` first.");

const list = withImports([entry]);
const builder = withImports([entry, chunkOf("new-workflow-page")]);
const added = [...builder].filter((name) => !list.has(name));

console.log("| what | files | brotli kB |");
console.log("|---|---|---|");
console.log(`| first view of the list | ${list.size} | ${kilobytes([...list])} |`);
console.log(`| the builder on top of it | ${added.length} | ${kilobytes(added)} |`);

function chunkOf(page: string): string {
  const found = files.find((name) => name.startsWith(page));
  if (!found) throw new Error(`There is no chunk of ${page}.`);
  return found;
}

/** The files, and all that they import at once. */
function withImports(start: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const queue = [...start];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const code = readFileSync(join(assets, name), "utf8");
    for (const [, imported] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      if (imported) queue.push(imported);
  }
  return seen;
}

function kilobytes(names: readonly string[]): string {
  const bytes = names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(assets, name))).length, 0);
  return (bytes / 1000).toFixed(1);
}
