import type { Workflow } from "#contract/workflow.ts";
import { workflowName } from "#dashboard/display/words.ts";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { ReleaseDialog } from "./release-dialog.tsx";
import { useReleasePlan } from "./use-release-plan.ts";

/** The release dialog of a row. While its price is not known it says so, and releases nothing. */
export function DeskReleaseDialog({ workflow, onClose }: { workflow: Workflow; onClose: () => void }) {
  const { plan, isPricing } = useReleasePlan(workflow);
  if (plan) {
    return (
      <ReleaseDialog id={workflow.id ?? ""} workflow={workflow} plan={plan} isPricing={isPricing} onClose={onClose} />
    );
  }
  return (
    <ConfirmDialog
      isOpen
      title="Release withheld output"
      description={
        isPricing
          ? `Of ${workflowName(workflow)}. Asking for the price of it…`
          : `Of ${workflowName(workflow)}. What a release costs is unknown: the server told no transactions.`
      }
      confirmLabel="Release"
      variant="spend"
      disabledReason={isPricing ? "The price is being asked for." : "Nothing is released without a price."}
      onConfirm={onClose}
      onClose={onClose}
    />
  );
}
