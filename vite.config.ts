import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { hostPlugin } from "./src/host/vite-plugin.ts";

export default defineConfig({
  plugins: [react(), tailwindcss(), hostPlugin(), compiledWhileLoaded()],
  build: {
    target: "es2023",
    outDir: "dist",
    sourcemap: true,
    // The first view in one file: what pages share with it would otherwise be split into a dozen small ones.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "frame", tags: ["$initial"] }] } } },
  },
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: [".ci/fail-on-console.ts"],
    server: { deps: { inline: ["@civitai/client"] } },
    testTimeout: 20_000,
  },
});

/**
 * Has Chromium compile the functions of the first view while it loads the file, beside the page's own thread, and not
 * one by one on that thread before the first rows. The comment has to be the first line; other browsers pass it over.
 */
function compiledWhileLoaded(): Plugin {
  return {
    name: "compiled-while-loaded",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk" || !chunk.isEntry) continue;
          chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
          const map = bundle[`${chunk.fileName}.map`];
          // The first of the map's lines, which say where the code comes from, is that of the comment.
          if (map?.type === "asset") map.source = String(map.source).replace('"mappings":"', '"mappings":";');
        }
      },
    },
  };
}
