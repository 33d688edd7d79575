import type { Step } from "#contract/step.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { explainReason } from "./explain-reason.ts";
import { failureReasons } from "./failure-reasons.ts";

/** Why a step did not succeed, or what it left out. Where the server gave no reason, that is said. */
export function StepReasons({ step }: { step: Step }) {
  const reasons = failureReasons(step);
  const isBad = step.status === "failed" || step.status === "expired" || step.status === "canceled";
  if (reasons.length === 0) return isBad ? <p className="text-muted text-sm">The server gave no reason.</p> : null;
  return (
    <Alert
      tone={step.status === "canceled" ? "info" : isBad ? "danger" : "warning"}
      title={isBad ? "Why it did not succeed" : "Something was left out"}
    >
      {reasons.map((reason) => {
        const { words, code } = explainReason(reason);
        return (
          <p key={reason} className="break-words">
            {words} {code ? <code className="font-mono text-subtle text-xs">{code}</code> : null}
          </p>
        );
      })}
    </Alert>
  );
}
