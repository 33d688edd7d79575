import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./operator.ts";

const echo = {
  steps: [{ $type: "echo", name: "note", input: { message: "hello" } }],
  tags: ["spring"],
  metadata: { name: "Note" },
};

for (const colorScheme of ["light", "dark"] as const) {
  test(`no screen has serious accessibility findings in the ${colorScheme} theme`, async ({ page, operator }) => {
    await page.emulateMedia({ colorScheme });
    const id = await operator.submits(echo, 10);
    for (const path of [
      "/workflows",
      "/workflows?status=failed",
      "/workflows/new",
      `/workflows/${id}`,
      "/connections",
      "/nowhere",
    ]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("status", { name: /^Reading/ })).toHaveCount(0);
      if (path === "/workflows/new") await page.getByRole("option", { name: "Generate image" }).click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id: rule, nodes }) => `${path}: ${rule} ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}
