import { __iconData as chevronRight } from "lucide-react/icons/chevron-right";
import { Fragment, memo } from "react";
import type { Status } from "#contract/status.ts";
import { Sign, shapesOf } from "#dashboard/ui/sign.tsx";
import { statusWord, stepTypeName } from "./words.ts";

type ChippedStep = { $type: string; name: string; status: Status };

const arrow = shapesOf(chevronRight);
/** How many steps are drawn before the rest is counted. */
const shownAtMost = 3;

/** The chain of a workflow as the types of its steps, in their order. */
export const StepChips = memo(function StepChips({ steps }: { steps: readonly ChippedStep[] }) {
  const shown = steps.slice(0, shownAtMost);
  return (
    <span className="flex min-w-0 items-center gap-0.5 overflow-hidden">
      {shown.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chain keeps its order, and a list has another one drawn in its place.
        <Fragment key={index}>
          {index > 0 ? <Sign shapes={arrow} className="size-3 shrink-0 text-subtle" /> : null}
          <span
            className={`min-w-10 truncate rounded-sm bg-sunken px-1 py-0.5 text-xs ${lookOf(step.status)}`}
            title={`${step.name}: ${statusWord(step.status)}`}
          >
            {stepTypeName(step.$type)}
          </span>
        </Fragment>
      ))}
      {steps.length > shownAtMost ? (
        <span className="shrink-0 pl-1 text-subtle text-xs">+{steps.length - shownAtMost}</span>
      ) : null}
    </span>
  );
});

function lookOf(status: Status): string {
  if (status === "failed") return "text-danger line-through";
  return status === "canceled" || status === "expired" ? "text-subtle line-through" : "text-muted";
}
