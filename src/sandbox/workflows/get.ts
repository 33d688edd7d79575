import { done, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import { findWorkflow } from "./find.ts";
import { presentOne } from "./present.ts";
import type { Presented, View } from "./view.ts";

/** A workflow as it is now. */
export function getWorkflow(services: Services, account: Account, workflowId: string, view: View): Outcome<Presented> {
  const found = findWorkflow(services, account, workflowId);
  return found.ok ? done({ workflow: presentOne(services, found.value, view), dropped: [] }) : found;
}
