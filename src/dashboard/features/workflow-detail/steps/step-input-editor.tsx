import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { parsePath } from "#contract/problem.ts";
import type { Step } from "#contract/step.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { catalogueQuery } from "#dashboard/api/catalogue-query.ts";
import { isOutcomeUnknown } from "#dashboard/api/is-outcome-unknown.ts";
import { updateStepInputMutation } from "#dashboard/api/workflow-mutations.ts";
import { readWorkflow, workflowKeys } from "#dashboard/api/workflow-queries.ts";
import { JsonEditor, type JsonRemark } from "#dashboard/display/json-editor.tsx";
import { LeaveGuard } from "#dashboard/display/leave-guard.tsx";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { useStable } from "#dashboard/ui/use-stable.ts";
import { unsavedChange } from "../unsaved-change.ts";
import { checkInput } from "./check-input.ts";
import { type PriceChange, sayPriceChange, usePriceChange } from "./price-change.ts";

type Props = {
  step: Step;
  workflow: Workflow;
  bodyOf: (workflow: Workflow) => Record<string, unknown> | undefined;
  onDone: () => void;
};

/** The input of a step that has not begun, as JSON: checked as it is typed, with what a change would cost. */
export function StepInputEditor({ step, workflow, bodyOf, onDone }: Props) {
  const api = useApi();
  // The page reads the workflow again and again; what is edited is what stood there when it began, or was saved last.
  const [start, setStart] = useState(step.input);
  const [savedText, setSavedText] = useState(() => JSON.stringify(start ?? {}, null, 2));
  const [text, setText] = useState(savedText);
  const [hasConflict, setConflict] = useState(false);
  const catalogue = useQuery(catalogueQuery(api));
  const queryClient = useQueryClient();
  const update = useMutation(updateStepInputMutation(api, queryClient));
  const save = useMutation({
    mutationFn: async (input: unknown) => {
      const id = workflow.id ?? "";
      if (!hasConflict) {
        const now = (await readWorkflow(api, id)).steps.find(({ name }) => name === step.name);
        if (now && JSON.stringify(now.input) !== JSON.stringify(start)) return undefined;
      }
      return update.mutateAsync({ id, stepName: step.name, input });
    },
    // It has begun, and the page does not know yet.
    onError: (error) => {
      const detail = workflowKeys.detail(workflow.id ?? "");
      if (toApiProblem(error).status === 409) void queryClient.invalidateQueries({ queryKey: detail });
    },
  });
  const settle = useStable((saved: Workflow | undefined, sent: string) => {
    setConflict(saved === undefined);
    if (saved === undefined) return;
    // What was typed while it was under way is not saved by it, and must not go with the editor.
    if (text === sent) return onDone();
    setStart(saved.steps.find(({ name }) => name === step.name)?.input);
    setSavedText(sent);
  });
  const checked = checkInput(text, step.$type, catalogue.data);
  const isChanged = checked.ok && JSON.stringify(checked.input) !== JSON.stringify(start);
  const price = usePriceChange(workflow, step.name, isChanged ? checked.input : undefined, bodyOf);
  const problem = save.error ? toApiProblem(save.error) : undefined;
  // Only what was sent can have been charged.
  const isUnknown = update.error !== null && isOutcomeUnknown(toApiProblem(update.error));
  // What the server said of one text says nothing of the next; a whatif and a save are refused for the same faults.
  const refused = save.isError ? problem : price.state === "unknown" && isChanged ? price.problem : undefined;
  const serverRemarks = remarksOf(refused?.fieldErrors ?? {});
  const remarks = [...(checked.ok ? checked.remarks : []), ...serverRemarks];
  return (
    <div className="flex flex-col gap-2">
      <LeaveGuard question={text === savedText ? undefined : unsavedChange(`input of ${step.name}`)} />
      <div className="h-72">
        <JsonEditor
          label={`Input of ${step.name} as JSON`}
          text={text}
          onChange={(typed) => {
            setText(typed);
            if (save.isError) save.reset();
          }}
          remarks={remarks}
        />
      </div>
      {checked.ok ? (
        <ul className="flex flex-col gap-0.5 text-warning text-xs">
          {remarks.map(({ path, message }) => (
            <li key={`${path.join(".")} ${message}`}>
              {path.length > 0 ? <code className="font-mono">{path.join(".")}</code> : null} {message}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-danger text-xs">{checked.message}</p>
      )}
      {isChanged ? (
        <div className="flex flex-wrap items-center gap-2">
          <p role="status" className="text-muted text-sm">
            {sayPriceChange(price, workflow)}
          </p>
          {price.state === "unknown" && price.problem?.status !== 400 ? (
            <Button size="sm" onClick={price.askAgain}>
              Ask again
            </Button>
          ) : null}
        </div>
      ) : null}
      {hasConflict ? (
        <Alert tone="warning" isAnnounced title="It was changed meanwhile">
          {isUnknown ? "Your save whose answer was lost, or somebody else," : "Somebody else"} has changed this input
          since you began. Saving now would overwrite that.
        </Alert>
      ) : null}
      {save.data && text !== savedText ? (
        <p role="status" className="text-muted text-sm">
          Saved; what you have typed since is not saved yet.
        </p>
      ) : null}
      {problem ? (
        <ProblemAlert
          problem={problem}
          what={
            isUnknown
              ? "Whether the input was changed and the difference charged is unknown. The same input saved again is charged once."
              : "The input is as it was, and nothing was charged."
          }
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          variant={price.state === "known" && price.difference > 0 ? "spend" : "primary"}
          isBusy={save.isPending}
          onClick={() => {
            if (checked.ok) save.mutate(checked.input, { onSuccess: (saved) => settle(saved, text) });
          }}
          disabledReason={whyNotSave(step, checked.ok, isChanged, price.state)}
        >
          {sayConfirm(hasConflict, price)}
        </Button>
        <Button size="sm" variant="quiet" onClick={onDone}>
          Leave it as it was
        </Button>
      </div>
    </div>
  );
}

function whyNotSave(step: Step, isJson: boolean, isChanged: boolean, price: PriceChange["state"]): string | undefined {
  if (step.status !== "unassigned") return "The step has begun: its input stands. What you typed is kept here.";
  if (!isJson) return "This is no JSON yet.";
  if (!isChanged) return "Nothing is changed yet.";
  if (price === "asking") return "The price is being asked for.";
  return price === "unknown" ? "There is no price for it, and nothing is changed without one." : undefined;
}

function sayConfirm(hasConflict: boolean, price: PriceChange): string {
  const verb = hasConflict ? "Overwrite it" : "Save the input";
  if (price.state !== "known" || price.difference === 0) return verb;
  return price.difference > 0 ? `${verb} for ${price.difference} Buzz more` : `${verb}, ${-price.difference} Buzz back`;
}

/** The server names places from the step on; the text begins with the input. */
function remarksOf(fieldErrors: Readonly<Record<string, readonly string[]>>): JsonRemark[] {
  return Object.entries(fieldErrors).map(([place, messages]) => {
    const path = parsePath(place);
    const start = path.indexOf("input");
    return { path: path.slice(start + 1), message: messages.join(" "), severity: "error" };
  });
}
