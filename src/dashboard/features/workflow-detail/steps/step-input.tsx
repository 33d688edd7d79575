import { type ReactNode, useState } from "react";
import { referencesIn } from "#contract/reference.ts";
import type { Step } from "#contract/step.ts";
import type { Workflow } from "#contract/workflow.ts";
import { SegmentedControl } from "#dashboard/ui/segmented-control.tsx";
import { InputRows } from "./input-rows.tsx";
import { resolveReferences } from "./resolve-references.ts";

type Manner = "written" | "resolved";

/** What goes into a step: as it was written, or with what its references lead to. */
export function StepInput({ step, workflow, action }: { step: Step; workflow: Workflow; action: ReactNode }) {
  const [manner, setManner] = useState<Manner>("written");
  const hasReferences = referencesIn(step.input).length > 0;
  return (
    <div className="flex flex-col gap-2">
      {hasReferences || action ? (
        <div className="flex flex-wrap items-center gap-2">
          {hasReferences ? (
            <SegmentedControl
              label={`Input of ${step.name}`}
              size="sm"
              value={manner}
              onValueChange={setManner}
              segments={[
                { value: "written", label: "As written" },
                { value: "resolved", label: "References resolved" },
              ]}
            />
          ) : null}
          <span className="ml-auto">{action}</span>
        </div>
      ) : null}
      <InputRows input={manner === "resolved" ? resolveReferences(step.input, workflow) : step.input} />
    </div>
  );
}
