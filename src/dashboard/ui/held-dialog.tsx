import { useState } from "react";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { Dialog, type DialogProps } from "./dialog.tsx";

/** What is asked before a dialog is left, and what leaving it is called. */
export type Question = { title: string; words: string; leaveLabel: string };

/** A dialog that is not left by a slip of the hand while it holds something: then its question is asked first. */
export function HeldDialog({
  question,
  onClose,
  children,
  ...dialog
}: DialogProps & { question: Question | undefined }) {
  const [isAsking, ask] = useState(false);
  return (
    <Dialog {...dialog} onClose={() => (question ? ask(true) : onClose())}>
      {children}
      {question ? (
        <ConfirmDialog
          isOpen={isAsking}
          title={question.title}
          confirmLabel={question.leaveLabel}
          cancelLabel="Stay"
          variant="danger"
          onConfirm={onClose}
          onClose={() => ask(false)}
        >
          <p className="text-sm">{question.words}</p>
        </ConfirmDialog>
      ) : null}
    </Dialog>
  );
}
