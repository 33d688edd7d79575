import { useEffect, useState } from "react";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";

/** What is shown of a failure; an ApiProblem has these members. */
export type ShownProblem = {
  title: string;
  message: string;
  status?: number | undefined;
  retryAfterSeconds?: number | undefined;
};

export type ProblemAlertProps = {
  problem: ShownProblem;
  /** What was not done: "The list was not read again." */
  what: string;
  onRetry?: () => void;
  className?: string;
};

/** A failure: what happened, what was not done, and what to do. The status stands small behind, for support. */
export function ProblemAlert({ problem, what, onRetry, className }: ProblemAlertProps) {
  const seconds = useCountdown(problem.retryAfterSeconds);
  return (
    <Alert
      tone="danger"
      title={problem.title}
      isAnnounced
      {...(className ? { className } : {})}
      action={
        onRetry ? (
          <Button
            size="sm"
            onClick={onRetry}
            {...(seconds > 0 ? { disabledReason: `The server asks to wait ${seconds} s more.` } : {})}
          >
            {seconds > 0 ? `Try again in ${seconds} s` : "Try again"}
          </Button>
        ) : undefined
      }
    >
      <p>
        {problem.message} {what}
        {problem.status === undefined ? null : <span className="text-subtle text-xs"> ({problem.status})</span>}
      </p>
    </Alert>
  );
}

/** Counts down to 0 in whole seconds. */
function useCountdown(startSeconds = 0): number {
  const [left, setLeft] = useState(Math.ceil(startSeconds));
  useEffect(() => setLeft(Math.ceil(startSeconds)), [startSeconds]);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}
