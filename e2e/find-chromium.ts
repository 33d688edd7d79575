import { existsSync } from "node:fs";

/** The Chromium to test with: the one named by CHROME, the system's, or the one inside an npm package. */
export async function findChromium(): Promise<string> {
  const { CHROME } = process.env;
  const installed = [CHROME, "/usr/bin/chromium", "/usr/bin/chromium-headless-shell"];
  const found = installed.find((path) => path !== undefined && existsSync(path));
  if (found) return found;
  const { default: chromium } = await import("@sparticuz/chromium");
  return chromium.executablePath();
}

/** Flags that keep Chromium from talking to anybody but the page under test. */
export const quietFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
