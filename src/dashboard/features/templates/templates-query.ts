import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { Template } from "./template.ts";
import { findTemplate, forgetTemplate, keepTemplate, listTemplates } from "./template-db.ts";

const templatesKey = ["templates"] as const;

/** The templates of this browser. Other tabs write, too, so they are read anew whenever they are shown. */
export function templatesQuery() {
  return queryOptions({ queryKey: templatesKey, queryFn: listTemplates, staleTime: 0, networkMode: "always" });
}

/** One template; `null` when it is gone. */
export function templateQuery(id: string) {
  return queryOptions({
    queryKey: [...templatesKey, id],
    queryFn: async () => (await findTemplate(id)) ?? null,
    staleTime: 0,
    networkMode: "always",
  });
}

/** Keep a template and show it. */
export async function saveTemplate(client: QueryClient, template: Template): Promise<void> {
  await keepTemplate(template);
  await client.invalidateQueries({ queryKey: templatesKey });
}

/** Forget a template and show that it is gone. */
export async function removeTemplate(client: QueryClient, id: string): Promise<void> {
  await forgetTemplate(id);
  await client.invalidateQueries({ queryKey: templatesKey });
}
