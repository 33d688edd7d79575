import { Link2 } from "lucide-react";
import { isObject } from "#contract/json.ts";
import { isReference } from "#contract/reference.ts";
import type { Step } from "#contract/step.ts";
import { Duration } from "#dashboard/display/duration.tsx";
import { JsonView } from "#dashboard/display/json-view.tsx";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { humanise, stepTypeName } from "#dashboard/display/words.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Chip } from "#dashboard/ui/chip.tsx";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";
import { failureReasons } from "./failure-reasons.ts";
import { JobTable } from "./job-table.tsx";

/** A step of the workflow: how it went, what went in, and what came out. */
export function StepSection({ step, index }: { step: Step; index: number }) {
  const reasons = failureReasons(step);
  const isBad = step.status === "failed" || step.status === "expired" || step.status === "canceled";
  return (
    <li className="rounded-lg border border-border bg-surface">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-border border-b px-4 py-2.5">
        <span className="tabular text-subtle text-xs">{index + 1}</span>
        <h3 className="font-medium text-base">{step.name}</h3>
        <span className="text-muted text-sm">{stepTypeName(step.$type)}</span>
        <span className="ml-auto flex items-center gap-4 text-muted text-sm">
          <StatusBadge status={step.status} progress={step.estimatedProgressRate} />
          <Duration fromAt={step.startedAt} toAt={step.completedAt} />
        </span>
      </div>
      <div className="flex flex-col gap-3 p-4">
        {reasons.length > 0 ? (
          <Alert
            tone={isBad ? "danger" : "warning"}
            title={isBad ? "Why it did not succeed" : "Something was left out"}
          >
            {reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </Alert>
        ) : isBad ? (
          <p className="text-muted text-sm">The server gave no reason.</p>
        ) : null}
        <InputRows input={step.input} />
        {step.jobs && step.jobs.length > 0 ? (
          <Disclosure label="Jobs" mark={String(step.jobs.length)}>
            <JobTable jobs={step.jobs} />
          </Disclosure>
        ) : null}
        <Disclosure label="Input and output as JSON">
          <div className="flex flex-col gap-2">
            <JsonView value={step.input} label={`input of ${step.name}`} />
            <JsonView value={step.output ?? null} label={`output of ${step.name}`} />
          </div>
        </Disclosure>
      </div>
    </li>
  );
}

/** The members of an input as rows; references as chips, long texts in full. */
function InputRows({ input }: { input: unknown }) {
  if (!isObject(input)) return <p className="text-sm">{String(input ?? "No input")}</p>;
  return (
    <dl className="grid grid-cols-[minmax(6rem,max-content)_1fr] gap-x-4 gap-y-1 text-sm">
      {Object.entries(input).map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{humanise(name)}</dt>
          <dd className="min-w-0 break-words">
            <InputValue value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function InputValue({ value }: { value: unknown }) {
  if (isReference(value)) {
    return (
      <Chip icon={<Link2 className="size-3" />}>
        {value.$ref} {value.path ? `/ ${value.path.replace(/^output\.?/, "")}` : ""}
      </Chip>
    );
  }
  if (typeof value === "string") return value.startsWith("data:") ? "A file inside the request" : value;
  if (typeof value === "object" && value !== null)
    return <code className="font-mono text-xs">{JSON.stringify(value)}</code>;
  return String(value);
}
