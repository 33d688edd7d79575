import { countOf } from "#dashboard/display/words.ts";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { type MediaPlan, sayMedia } from "./export-media.ts";

type Props = { plan: MediaPlan; workflows: number; onClose: () => void; onConfirm: () => void };

/** Says what a zip will hold, and what it leaves out, before the files are read. */
export function MediaDialog({ plan, workflows, onClose, onConfirm }: Props) {
  const files = plan.filter(({ state }) => state === "shown").length;
  return (
    <ConfirmDialog
      isOpen
      title={`Media of ${countOf(workflows, "workflow")} as a zip`}
      description={sayMedia(plan)}
      confirmLabel={`Save ${countOf(files, "file")}`}
      disabledReason={files === 0 ? "There is no file that may be saved." : undefined}
      onClose={onClose}
      onConfirm={onConfirm}
    />
  );
}
