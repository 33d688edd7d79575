import { useBlocker } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useId, useState } from "react";
import { LeaveQuestion, type Question } from "#dashboard/ui/leave-question.tsx";
import { putGuard } from "./when-free.ts";

type Props = {
  /** What is under way on the page, as the question before it is left; the page is free while there is none. */
  question: Question | undefined;
  /** What is under way belongs to the whole address, not to the page alone: another template is another place. */
  holdsSearch?: boolean;
};

/** Asks before a page is left on which something is under way. */
export function LeaveGuard({ question, holdsSearch = false }: Props) {
  const id = useId();
  const isHeld = question !== undefined;
  const [waiting, wait] = useState<{ goOn: () => void }>();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isHeld &&
      (current.pathname !== next.pathname ||
        (holdsSearch && JSON.stringify(current.search) !== JSON.stringify(next.search))),
    enableBeforeUnload: isHeld,
    withResolver: true,
  });
  const stay = useEffectEvent(() => {
    wait(undefined);
    reset?.();
  });
  useEffect(() => {
    if (!isHeld) return;
    const takeDown = putGuard(id, (goOn) => wait({ goOn }));
    return () => {
      takeDown();
      // What was asked about has ended: the question must not come up again by itself with the next thing that is held.
      stay();
    };
  }, [id, isHeld]);
  if (!question || (status !== "blocked" && !waiting)) return null;
  return (
    <LeaveQuestion
      question={question}
      onLeave={() => (waiting ? waiting.goOn() : proceed?.())}
      onStay={() => {
        wait(undefined);
        reset?.();
      }}
    />
  );
}
