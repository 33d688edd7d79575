import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";

/** A screen that could not be drawn. The frame around it keeps working. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="p-4">
      <ProblemAlert problem={toApiProblem(error)} what="This page was not shown." onRetry={retry} />
    </div>
  );
}
