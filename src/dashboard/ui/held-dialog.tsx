import { useState } from "react";
import { Dialog, type DialogProps } from "./dialog.tsx";
import { LeaveQuestion, type Question } from "./leave-question.tsx";

type Props = Omit<DialogProps, "isOpen"> & {
  /** What the dialog holds, as the question before it is left; nothing is asked while it holds nothing. */
  question: Question | undefined;
};

/** A dialog that is not left by a slip of the hand while it holds something: then its question is asked first. */
export function HeldDialog({ question, onClose, children, ...dialog }: Props) {
  const [isAsking, ask] = useState(false);
  // What was asked about has ended: the question must not come up again by itself with the next thing that is held.
  if (isAsking && !question) ask(false);
  return (
    <Dialog isOpen {...dialog} onClose={() => (question ? ask(true) : onClose())}>
      {children}
      {question && isAsking ? <LeaveQuestion question={question} onLeave={onClose} onStay={() => ask(false)} /> : null}
    </Dialog>
  );
}
