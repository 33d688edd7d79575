import { RunDialog } from "./run-dialog.tsx";

/** Run a workflow once more as it is, at the price that it has today. */
export function RunCopyDialog({ body, onClose }: { body: Record<string, unknown>; onClose: () => void }) {
  return (
    <RunDialog
      title="Run a copy as it is"
      description="The same steps with the same inputs, as a workflow of its own. It is priced now, and paid when you press Run."
      body={body}
      onClose={onClose}
    />
  );
}
