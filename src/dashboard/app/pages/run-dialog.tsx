import { useState } from "react";
import { gridUnderWay } from "#dashboard/features/matrix/matrix-panel.tsx";
import { HeldDialog } from "#dashboard/ui/held-dialog.tsx";
import type { Question } from "#dashboard/ui/leave-question.tsx";
import { FillInAndRun, type Hold } from "./fill-in-and-run.tsx";

type Props = { title: string; description: string; body: Record<string, unknown>; onClose: () => void };

/** What is said before the dialog is left, and what leaving it is called. */
const questions: Record<Hold, Question> = {
  grid: { ...gridUnderWay, leaveLabel: "Close and stop it" },
  sent: {
    title: "A run may be on its way",
    words:
      "It was sent, and its answer is not there. Pressing Run here again never pays twice; after you close this, another run is paid for anew. Look in the list first.",
    leaveLabel: "Close",
  },
  typed: {
    title: "What you filled in is not kept",
    words: "It was not run with these values yet.",
    leaveLabel: "Close without running",
  },
};

/** Fill in the arguments of a body and run it, over the page. Nothing that is under way or was typed goes by a slip of the hand. */
export function RunDialog({ body, ...dialog }: Props) {
  const [held, hold] = useState<Hold>();
  // The page beneath is read again and again; what is priced and run is what stood there when this was opened.
  const [opened] = useState(body);
  return (
    <HeldDialog size="xl" question={held && questions[held]} {...dialog}>
      <FillInAndRun body={opened} onHold={hold} />
    </HeldDialog>
  );
}
