import type { Step } from "#contract/step.ts";
import { statusWord } from "#dashboard/display/words.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { explainReason } from "../steps/explain-reason.ts";
import { failureReasons } from "../steps/failure-reasons.ts";

/** More are told by their cards. */
const namedAtMost = 3;

/** Which steps failed and why, before anything else. What was canceled because of them is not named. */
export function FailureBanner({ steps, onChoose }: { steps: readonly Step[]; onChoose: (name: string) => void }) {
  const failed = steps.filter(({ status }) => status === "failed" || status === "expired");
  if (failed.length === 0) return null;
  const title = failed.length === 1 ? "1 step did not succeed" : `${failed.length} steps did not succeed`;
  return (
    <Alert tone="danger" title={title}>
      <ul>
        {failed.slice(0, namedAtMost).map((step) => {
          const [reason] = failureReasons(step);
          return (
            <li key={step.name} className="break-words">
              <button
                type="button"
                className="font-medium underline underline-offset-2"
                onClick={() => onChoose(step.name)}
              >
                {step.name}
              </button>{" "}
              {statusWord(step.status).toLowerCase()}:{" "}
              {reason === undefined ? "the server gave no reason." : explainReason(reason).words}
            </li>
          );
        })}
      </ul>
      {failed.length > namedAtMost ? <p>And {failed.length - namedAtMost} more, opened below.</p> : null}
    </Alert>
  );
}
