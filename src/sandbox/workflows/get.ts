import { done, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import { unknownWorkflow } from "./find.ts";
import { presentRefs } from "./present.ts";
import type { Presented, View } from "./view.ts";

/** A workflow as it is now. */
export function getWorkflow(services: Services, account: Account, workflowId: string, view: View): Outcome<Presented> {
  const ref = services.store.workflows.findRef(account.id, workflowId);
  const [workflow] = ref ? presentRefs(services, [ref], view) : [];
  return workflow ? done({ workflow, dropped: [] }) : unknownWorkflow(workflowId);
}
