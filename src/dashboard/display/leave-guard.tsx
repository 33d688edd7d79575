import { useBlocker } from "@tanstack/react-router";
import { type ReactNode, useEffect, useId, useState } from "react";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { putGuard } from "./when-free.ts";

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
  const id = useId();
  const [waiting, wait] = useState<{ goOn: () => void }>();
  useEffect(() => (isActive ? putGuard(id, (goOn) => wait({ goOn })) : undefined), [id, isActive]);
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
      isOpen={status === "blocked" || (waiting !== undefined && isActive)}
      title={title}
      confirmLabel={leaveLabel}
      cancelLabel="Stay"
      variant="danger"
      onConfirm={() => (waiting ? waiting.goOn() : proceed?.())}
      onClose={() => {
        wait(undefined);
        reset?.();
      }}
    >
      <p className="text-sm">{children}</p>
    </ConfirmDialog>
  );
}
