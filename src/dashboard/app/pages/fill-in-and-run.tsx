import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import { isObject } from "#contract/json.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { catalogueQuery } from "#dashboard/api/catalogue-query.ts";
import type { TemplateInput } from "#dashboard/api/quote-query.ts";
import type { RepeatableTemplate } from "#dashboard/api/submit-workflow.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { newExternalId } from "#dashboard/features/builder/chain.ts";
import { fixSeeds } from "#dashboard/features/builder/fix-seeds.ts";
import { axesOf } from "#dashboard/features/matrix/axis.ts";
import { type FilledIn, FillIn } from "#dashboard/features/matrix/fill-in.tsx";
import { MatrixPanel } from "#dashboard/features/matrix/matrix-panel.tsx";
import { matrixRuns, matrixTag } from "#dashboard/features/matrix/matrix-runs.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { SingleRun } from "./single-run.tsx";

/** What would be lost when it is left: a grid that runs, a run whose answer is not there, or what was typed. */
export type Hold = "grid" | "sent" | "typed";

type Props = {
  /** A request body, as it was kept or composed. What no schema fits is the server's to refuse. */
  body: Record<string, unknown>;
  /** What it is called, for the metadata of its workflows. */
  from?: string;
  /** To be told what is held now, and when it is nothing any more. */
  onHold?: (hold: Hold | undefined) => void;
};

/** Fill in the arguments of a body and run it: once, or as a grid over several values. */
export function FillInAndRun(props: Props) {
  const catalogue = useQuery(catalogueQuery(useApi()));
  if (catalogue.error) {
    return (
      <ProblemAlert
        problem={toApiProblem(catalogue.error)}
        what="The step types of this server were not read."
        onRetry={() => void catalogue.refetch()}
      />
    );
  }
  if (!catalogue.data) return <Skeleton className="h-64 w-full" />;
  return <Filled {...props} catalogue={catalogue.data} />;
}

function Filled({ body, from, onHold, catalogue }: Props & { catalogue: Catalogue }) {
  const [filled, fill] = useState<FilledIn>(() => ({
    axes: axesOf(isObject(body.arguments) ? body.arguments : {}),
    repeats: 1,
  }));
  // Made once for what is filled in: a lost answer is asked for again under the same id, and never paid twice.
  const [matrixId, setMatrixId] = useState(newExternalId);
  const named = useMemo(() => withOrigin(body, from), [body, from]);
  const matrix = useMemo(
    () =>
      matrixRuns({
        body: named,
        ...filled,
        matrixId,
        fixSeeds: (one) => fixSeeds(one, seedsOf(one), catalogue),
      }),
    [named, filled, matrixId, catalogue],
  );
  const [single] = matrix.ok && matrix.runs.length === 1 ? matrix.runs : [];
  // What is being run, or stands on a receipt, is not changed under it.
  const [isLocked, lock] = useState(false);
  const [isTyped, setTyped] = useState(false);
  const [running, setRunning] = useState<"grid" | "sent">();
  const held = running ?? (isTyped ? "typed" : undefined);
  useEffect(() => onHold?.(held), [onHold, held]);
  const change = (next: FilledIn) => {
    setTyped(true);
    fill(next);
    setMatrixId(newExternalId());
  };
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
      <fieldset disabled={isLocked} className="min-w-0 disabled:opacity-60">
        <legend className="sr-only">Arguments</legend>
        <FillIn value={filled} onChange={change} />
      </fieldset>
      <div className="min-w-0 overflow-hidden rounded-lg border border-border bg-surface">
        {!matrix.ok ? (
          <Alert tone="warning" title="Not ready yet" className="m-4">
            {matrix.message}
          </Alert>
        ) : single ? (
          <SingleRun run={single} onSent={(isSent) => setRunning(isSent ? "sent" : undefined)} />
        ) : (
          <div className="p-4">
            <MatrixPanel
              key={matrixId}
              runs={matrix.runs}
              tag={matrixTag(matrixId)}
              onStart={() => {
                lock(true);
                setTyped(false);
              }}
              onRunning={(isRunning) => setRunning(isRunning ? "grid" : undefined)}
              onDone={() => {
                lock(false);
                setMatrixId(newExternalId());
              }}
            />
          </div>
        )}
      </div>
    </div>
  );
}

/** The body with the template's name in its metadata: the detail page says where a workflow came from. */
function withOrigin(body: Record<string, unknown>, from: string | undefined): TemplateInput {
  const metadata = isObject(body.metadata) ? body.metadata : {};
  // What was kept is a body with steps; whether its inputs are good is the server's to say.
  return { ...body, ...(from === undefined ? {} : { metadata: { ...metadata, template: from } }) } as TemplateInput;
}

/** What the seeds of a run follow from: its id and the place of the step. */
function seedsOf({ externalId, steps }: RepeatableTemplate) {
  return { externalId, steps: steps.map((step, index) => ({ key: step.name ?? `$${index}` })) };
}
