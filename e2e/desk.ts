import type { Page } from "@playwright/test";
import type { Operator } from "./operator.ts";

/** A workflow that blue paid for and whose output turns out mature. */
export const withheld = (name: string) => ({
  steps: [{ $type: "imageGen", name: "figure", input: { engine: "flux", prompt: "a figure [rated:x]" } }],
  metadata: { name },
  tags: ["study"],
  currencies: ["blue" as const],
});

/** Submit workflows that then wait at the release desk, oldest first. */
export async function waiting(operator: Operator, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) ids.push(await operator.submits(withheld(name), 20));
  return ids;
}

/** What is selected at the desk, and what is done with it. */
export const bar = (page: Page) => page.getByRole("region", { name: "Selection" });

/** What became of a bulk action. */
export const receipt = (page: Page) => page.getByRole("region", { name: "Receipt" });
