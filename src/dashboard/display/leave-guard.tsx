import { useBlocker } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";

type Props = {
  isActive: boolean;
  /** What is under way belongs to the whole address, not to the page alone: another template is another place. */
  holdsSearch?: boolean;
  /** What is lost or left when the page is left now. */
  children: ReactNode;
  title?: string;
  leaveLabel?: string;
};

/** Asks before a page is left on which something is under way. */
export function LeaveGuard({
  isActive,
  holdsSearch = false,
  children,
  title = "Something is still under way",
  leaveLabel = "Leave and stop it",
}: Props) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isActive &&
      (current.pathname !== next.pathname ||
        (holdsSearch && JSON.stringify(current.search) !== JSON.stringify(next.search))),
    enableBeforeUnload: isActive,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={status === "blocked"}
      title={title}
      confirmLabel={leaveLabel}
      cancelLabel="Stay"
      variant="danger"
      onConfirm={() => proceed?.()}
      onClose={() => reset?.()}
    >
      <p className="text-sm">{children}</p>
    </ConfirmDialog>
  );
}
