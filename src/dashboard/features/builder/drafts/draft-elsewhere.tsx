import { Button } from "#dashboard/ui/button.tsx";
import { EmptyState } from "#dashboard/ui/empty-state.tsx";
import { type Draft, draftTitle } from "./draft.ts";

type Props = { draft: Draft; takeOver: () => void; openCopy: () => void };

/** Asks what to do with a draft that another tab has open, so that neither overwrites the other. */
export function DraftElsewhere({ draft, takeOver, openCopy }: Props) {
  return (
    <EmptyState
      title={`“${draftTitle(draft)}” is open in another tab`}
      action={
        <div className="flex gap-2">
          <Button variant="primary" onClick={openCopy}>
            Open a copy
          </Button>
          <Button onClick={takeOver}>Take it over</Button>
        </div>
      }
    >
      A draft is written by one tab at a time, so that nothing is overwritten.
    </EmptyState>
  );
}
