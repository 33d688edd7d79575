import type { Workflow } from "#contract/workflow.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { useFirstRows } from "../use-first-rows.ts";
import { StepCard } from "./step-card.tsx";

/** Up to so many steps all cards are open from the start. */
const fewSteps = 4;

/** Which cards the operator opened or closed; of the others their number and status decide. */
export type Toggled = ReadonlyMap<string, boolean>;

type Props = {
  workflow: Workflow;
  toggled: Toggled;
  onToggle: (toggled: Toggled) => void;
  bodyOf: (workflow: Workflow) => Record<string, unknown> | undefined;
};

/** The steps of a workflow in their order. In a long chain those that ended badly are open, the others are a line each. */
export function StepList({ workflow, toggled, onToggle, bodyOf }: Props) {
  const { steps } = workflow;
  const drawn = useFirstRows(steps);
  const isOpen = (name: string) =>
    toggled.get(name) ??
    (steps.length <= fewSteps || steps.some((step) => step.name === name && /failed|expired/.test(step.status)));
  const isAllOpen = steps.every(({ name }) => isOpen(name));
  const toggle = (name: string) => onToggle(new Map(toggled).set(name, !isOpen(name)));
  return (
    <section aria-label="Steps">
      <div className="mb-2 flex items-center gap-3">
        <h2 className="font-medium text-base">Steps</h2>
        <span className="tabular text-muted text-sm">{steps.length}</span>
        {steps.length > 1 ? (
          <Button
            size="sm"
            variant="quiet"
            className="ml-auto"
            onClick={() => onToggle(new Map(steps.map(({ name }) => [name, !isAllOpen])))}
          >
            {isAllOpen ? "Fold all" : "Open all"}
          </Button>
        ) : null}
      </div>
      <ol className="flex flex-col gap-2">
        {drawn.map((step, index) => (
          <StepCard
            key={step.name}
            step={step}
            index={index}
            isOpen={isOpen(step.name)}
            onToggle={toggle}
            workflow={workflow}
            bodyOf={bodyOf}
          />
        ))}
      </ol>
    </section>
  );
}
