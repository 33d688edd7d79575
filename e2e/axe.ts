import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Both colour schemes, wide and narrow. */
export const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [1440, 390].map((width) => ({ colorScheme, width })),
);

/** What is shown now, in a certain place, has no serious accessibility findings. */
export async function expectClean(page: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html}`)).toEqual([]);
}
