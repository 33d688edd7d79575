import { Link } from "@tanstack/react-router";
import { LayoutTemplate } from "lucide-react";
import type { ReactNode } from "react";
import { isTerminal } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";
import { Duration } from "#dashboard/display/duration.tsx";
import { sayDuration } from "#dashboard/display/say-time.ts";
import { StatusBadge } from "#dashboard/display/status-badge.tsx";
import { TimeAgo } from "#dashboard/display/time-ago.tsx";
import { countOf } from "#dashboard/display/words.ts";
import { CopyButton } from "#dashboard/ui/copy-button.tsx";
import { ProgressBar } from "#dashboard/ui/progress-bar.tsx";
import { progressOf, workflowRemainingMs } from "../timeline/progress.ts";
import { useTicking } from "../timeline/use-ticking.ts";
import { CostBrief } from "./cost-brief.tsx";
import { TagEditor } from "./tag-editor.tsx";
import { WorkflowActions } from "./workflow-actions.tsx";
import { workflowTitle } from "./workflow-title.ts";

type Props = {
  id: string;
  workflow: Workflow;
  /** When it was read, in milliseconds since 1970. */
  readAt: number;
  /** What it was quoted in this browser, in Buzz, if it was. */
  quoted: number | undefined;
  bodyOf: (workflow: Workflow) => Record<string, unknown> | undefined;
  onRunCopy: () => void;
  /** Further actions, before the others. */
  children?: ReactNode;
};

/** What a workflow is called, how it is doing, what it costs, and what can be done with it. */
export function WorkflowHeader({ id, workflow, readAt, quoted, bodyOf, onRunCopy, children }: Props) {
  const template = workflow.metadata?.template;
  return (
    <header className="flex flex-col gap-2">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <h1 className="min-w-0 flex-1 basis-64 break-words font-semibold text-xl">{workflowTitle(workflow)}</h1>
        <div className="flex flex-wrap items-center gap-2">
          {children}
          <WorkflowActions id={id} workflow={workflow} bodyOf={bodyOf} onRunCopy={onRunCopy} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-muted text-sm">
        <span role="status">
          <StatusBadge status={workflow.status} progress={progressOf(workflow)} />
        </span>
        <CostBrief workflow={workflow} quoted={quoted} />
        <span>
          Created <TimeAgo at={workflow.createdAt} />
        </span>
        {workflow.startedAt ? (
          <span>
            {isTerminal(workflow.status) ? "Took" : "Running for"}{" "}
            <Duration fromAt={workflow.startedAt} toAt={workflow.completedAt} />
          </span>
        ) : null}
        {typeof template === "string" && template !== "" ? (
          <Link to="/templates" className="inline-flex items-center gap-1 hover:text-text">
            <LayoutTemplate className="size-3.5" /> From the template “{template}”
          </Link>
        ) : null}
        <span className="inline-flex min-w-0 items-center gap-1">
          <code className="min-w-0 break-all font-mono text-xs">{id}</code>
          <CopyButton text={id} label="Copy the id" isIconOnly size="xs" />
        </span>
      </div>
      {isTerminal(workflow.status) ? null : <Progress workflow={workflow} readAt={readAt} />}
      <TagEditor id={id} tags={workflow.tags ?? []} />
    </header>
  );
}

function Progress({ workflow, readAt }: { workflow: Workflow; readAt: number }) {
  const nowMs = useTicking(true);
  const remaining = workflowRemainingMs(workflow, readAt);
  const left = remaining === undefined ? undefined : remaining - Math.max(0, nowMs - readAt);
  const done = workflow.steps.filter(({ status }) => isTerminal(status)).length;
  return (
    <div className="flex max-w-xl flex-col gap-1">
      <ProgressBar label="Progress of the workflow" value={progressOf(workflow)} />
      <p className="tabular text-muted text-xs">
        {done} of {countOf(workflow.steps.length, "step")} over,{" "}
        {left === undefined ? "time left unknown" : left > 0 ? `about ${sayDuration(left)} left` : "about to be done"}
      </p>
    </div>
  );
}
