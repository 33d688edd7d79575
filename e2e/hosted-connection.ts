import { expect, type Page } from "@playwright/test";

export type HostedConnection = { name: string; url: string; key: string };

/** Fill in the form of a hosted connection, from its page. */
export async function fillsInHosted(page: Page, { name, url, key }: HostedConnection): Promise<void> {
  await page.getByRole("button", { name: "Add hosted connection" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Base URL").fill(url);
  await page.getByLabel("API key").fill(key);
}

/** Add a hosted connection, from the page of connections. */
export async function addsHosted(page: Page, connection: HostedConnection): Promise<void> {
  await fillsInHosted(page, connection);
  await page.getByRole("button", { name: "Add connection" }).click();
}

/** Add a hosted connection, and work with it from now on. */
export async function worksHosted(page: Page, connection: HostedConnection): Promise<void> {
  await addsHosted(page, connection);
  const card = page.getByRole("article", { name: connection.name });
  await card.getByRole("button", { name: "Use this connection" }).click();
  await expect(page.getByRole("banner").getByText("Live")).toBeVisible();
}
