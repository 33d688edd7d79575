import type { Workflow } from "#contract/workflow.ts";
import { ReleaseDialog } from "./release-dialog.tsx";
import { useReleasePlan } from "./use-release-plan.ts";

/** The release dialog of a row, as soon as its price is known. */
export function DeskReleaseDialog({ workflow, onClose }: { workflow: Workflow; onClose: () => void }) {
  const { plan, isPricing } = useReleasePlan(workflow);
  return plan ? (
    <ReleaseDialog id={workflow.id ?? ""} workflow={workflow} plan={plan} isPricing={isPricing} onClose={onClose} />
  ) : null;
}
