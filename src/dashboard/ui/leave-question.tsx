import { ConfirmDialog } from "./confirm-dialog.tsx";

/** What is asked before something is left, and what leaving it is called. */
export type Question = { title: string; words: string; leaveLabel: string };

type Props = { question: Question; onLeave: () => void; onStay: () => void };

/** Asks before something is left that would be lost by it. The focus starts on staying. */
export function LeaveQuestion({ question, onLeave, onStay }: Props) {
  return (
    <ConfirmDialog
      isOpen
      title={question.title}
      confirmLabel={question.leaveLabel}
      cancelLabel="Stay"
      variant="danger"
      onConfirm={onLeave}
      onClose={onStay}
    >
      <p className="text-sm">{question.words}</p>
    </ConfirmDialog>
  );
}
