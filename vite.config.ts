import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { hostPlugin } from "./src/host/vite-plugin.ts";

export default defineConfig({
  plugins: [react(), tailwindcss(), hostPlugin()],
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
