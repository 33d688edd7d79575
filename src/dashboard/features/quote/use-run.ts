import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { type ApiProblem, toApiProblem } from "#dashboard/api/api-problem.ts";
import { accountKey } from "#dashboard/api/balance-query.ts";
import { type Quote, quoteQuery } from "#dashboard/api/quote-query.ts";
import { type RepeatableTemplate, submitMutation } from "#dashboard/api/submit-workflow.ts";
import { hasPriceChanged } from "./price-change.ts";
import { rememberQuoted } from "./quoted-prices.ts";

/** A price that was shown, the one that holds now, and the body that would be paid. */
export type ChangedPrice = { shown: Quote; latest: Quote; body: RepeatableTemplate };

export type Runs = {
  /** Run a body at the price that is shown; a price that is not of this moment is asked for again. */
  run: (body: RepeatableTemplate) => void;
  isRunning: boolean;
  /** How long the answer of the run under way may take, in seconds; 0 when nothing was sent, or is not waited for. */
  awaitedSeconds: number;
  /** Why the last run was refused, or what became of its answer. */
  refusal: ApiProblem | undefined;
  /** Why the price could not be checked, so that nothing was run. */
  unchecked: ApiProblem | undefined;
  changed: ChangedPrice | undefined;
  runChanged: () => void;
  leaveChanged: () => void;
  /** An earlier run whose answer was lost, before the body was changed. */
  isLost: boolean;
  forgetLost: () => void;
  /** The body is another one now. Says whether the answer of a run of the old one was lost. */
  reset: () => boolean;
};

/** What is paid is what was named: run a body once, at the price that is shown, or ask again. */
export function useRun(shown: Quote | undefined, onDone: (workflow: Workflow) => void, waitSeconds: number = 0): Runs {
  const api = useApi();
  const queryClient = useQueryClient();
  const submit = useMutation(submitMutation(api, queryClient, waitSeconds));
  const [changed, setChanged] = useState<ChangedPrice>();
  const [isLost, setLost] = useState(false);

  // Two presses may come before anything is drawn again.
  const isUnderWay = useRef(false);
  const end = () => {
    isUnderWay.current = false;
  };
  const send = (body: RepeatableTemplate, quoted: number | undefined) => {
    isUnderWay.current = true;
    setChanged(undefined);
    // What became a workflow is not run again: only a failure gives the button back.
    const done = (workflow: Workflow) => {
      if (workflow.id && quoted !== undefined) rememberQuoted(workflow.id, quoted);
      onDone(workflow);
    };
    submit.mutate(body, { onSuccess: done, onError: end });
  };
  const check = useMutation({
    mutationFn: (body: RepeatableTemplate) => queryClient.fetchQuery(quoteQuery(api, body)),
    onSuccess: (latest, body) => {
      if (!shown || !hasPriceChanged(shown, latest)) return send(body, latest.workflow.cost?.total);
      end();
      // Other Buzz pays because other Buzz is there: the balances beside the new price are read anew.
      void queryClient.invalidateQueries({ queryKey: accountKey });
      setChanged({ shown, latest, body });
    },
    onError: end,
  });
  const refusal = submit.error ? toApiProblem(submit.error) : undefined;

  return {
    run: (body) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      check.mutate(body);
    },
    isRunning: submit.isPending || check.isPending,
    awaitedSeconds: submit.isPending ? waitSeconds : 0,
    refusal,
    unchecked: check.error ? toApiProblem(check.error) : undefined,
    changed,
    runChanged: () => changed && !isUnderWay.current && send(changed.body, changed.latest.workflow.cost?.total),
    leaveChanged: () => setChanged(undefined),
    isLost,
    forgetLost: () => setLost(false),
    reset: () => {
      const wasLost = refusal?.kind === "network" || refusal?.kind === "server";
      if (wasLost) setLost(true);
      end();
      submit.reset();
      check.reset();
      return wasLost;
    },
  };
}
