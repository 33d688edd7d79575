import { useQuery } from "@tanstack/react-query";
import { ChevronRight, Pencil } from "lucide-react";
import { Suspense, useId, useState } from "react";
import type { Step } from "#contract/step.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { capabilitiesQuery } from "#dashboard/api/server-document.ts";
import { Duration } from "#dashboard/display/duration.tsx";
import { JsonView } from "#dashboard/display/json-view.tsx";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { stepTypeName } from "#dashboard/display/words.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";
import { lazyPart } from "#dashboard/ui/lazy-part.ts";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { JobTable } from "./job-table.tsx";
import { StepInput } from "./step-input.tsx";
import { StepReasons } from "./step-reasons.tsx";

const StepInputEditor = lazyPart(async () => (await import("./step-input-editor.tsx")).StepInputEditor);

export type StepCardProps = {
  step: Step;
  index: number;
  /** What is not open yet is drawn when it is opened: a chain of fifty steps is a list first. */
  isOpen: boolean;
  onToggle: (name: string) => void;
  workflow: Workflow;
  /** The workflow as the body of a request, for the price of a changed input. */
  bodyOf: (workflow: Workflow) => Record<string, unknown> | undefined;
};

/** The id of a step's card in the page, for links to it. */
export function stepCardId(name: string): string {
  return `step-${name}`;
}

/** A step of the workflow: how it went, what went in, and what came out. */
export function StepCard({ step, index, isOpen, onToggle, workflow, bodyOf }: StepCardProps) {
  const [isEditing, edit] = useState(false);
  const { data: capabilities } = useQuery(capabilitiesQuery(useApi()));
  const whyNotEdit = capabilities?.rewritesInputs === false ? "This server lets no input be changed." : undefined;
  const bodyId = useId();
  const isShown = isOpen || isEditing;
  return (
    <li
      id={stepCardId(step.name)}
      className="scroll-mt-4 rounded-lg border border-border bg-surface [contain-intrinsic-size:auto_46px] [content-visibility:auto]"
    >
      <h3>
        <button
          type="button"
          aria-expanded={isShown}
          aria-controls={isShown ? bodyId : undefined}
          onClick={() => onToggle(step.name)}
          className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-4 py-2.5 text-left hover:bg-hover"
        >
          <ChevronRight
            className={`size-3.5 shrink-0 text-subtle transition-transform ${isShown ? "rotate-90" : ""}`}
          />
          <span className="tabular w-5 text-subtle text-xs">{index + 1}</span>
          <span className="min-w-0 break-words font-medium text-base">{step.name}</span>
          {step.name === step.$type ? null : <span className="text-muted text-sm">{stepTypeName(step.$type)}</span>}
          <span className="ml-auto flex items-center gap-4 text-muted text-sm">
            <StatusBadge status={step.status} progress={step.estimatedProgressRate} />
            <span className="w-16 text-right">
              <Duration fromAt={step.startedAt} toAt={step.completedAt} />
            </span>
          </span>
        </button>
      </h3>
      {isShown ? (
        <div id={bodyId} className="flex flex-col gap-3 border-border border-t p-4">
          <StepReasons step={step} />
          {isEditing ? (
            <Suspense fallback={<Skeleton className="h-72 w-full" />}>
              <StepInputEditor step={step} workflow={workflow} bodyOf={bodyOf} onDone={() => edit(false)} />
            </Suspense>
          ) : (
            <StepInput
              step={step}
              workflow={workflow}
              action={
                step.status === "unassigned" ? (
                  <Button size="sm" icon={<Pencil size={14} />} onClick={() => edit(true)} disabledReason={whyNotEdit}>
                    Edit the input
                  </Button>
                ) : null
              }
            />
          )}
          {step.jobs && step.jobs.length > 0 ? (
            <Disclosure label="Jobs" mark={String(step.jobs.length)}>
              <JobTable jobs={step.jobs} stepName={step.name} />
            </Disclosure>
          ) : null}
          <Disclosure label="Input and output as JSON">
            <div className="flex flex-col gap-2">
              <JsonView value={step.input} label={`input of ${step.name}`} />
              <JsonView value={step.output ?? null} label={`output of ${step.name}`} />
            </div>
          </Disclosure>
        </div>
      ) : null}
    </li>
  );
}
