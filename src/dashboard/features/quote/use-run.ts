import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { type ApiProblem, toApiProblem } from "#dashboard/api/api-problem.ts";
import { accountKey } from "#dashboard/api/balance-query.ts";
import { isOutcomeUnknown } from "#dashboard/api/is-outcome-unknown.ts";
import { noteLost } from "#dashboard/api/lost-answers.ts";
import { retryDelayMs, retryRead } from "#dashboard/api/polling.ts";
import { type Quote, quoteQuery } from "#dashboard/api/quote-query.ts";
import { type RepeatableTemplate, submitMutation } from "#dashboard/api/submit-workflow.ts";
import { hasPriceChanged } from "./price-change.ts";
import { rememberQuoted } from "./quoted-prices.ts";
import { noteRefused, noteSent, wasSent } from "./sent-runs.ts";

/** A price that was shown, the one that holds now, and the body that would be paid; `isRepeat`: it was sent before. */
export type ChangedPrice = { shown: Quote; latest: Quote; body: RepeatableTemplate; isRepeat: boolean };

export type Runs = {
  /** Run a body at the price that is shown, if that still holds; otherwise `changed` asks again. */
  run: (body: RepeatableTemplate) => void;
  isRunning: boolean;
  /** This body was sent, and its answer was lost: what it cost may be missing from the balances already. */
  isRepeat: boolean;
  /** How long the answer of the run under way may take, in seconds; 0 when nothing was sent, or is not waited for. */
  awaitedSeconds: number;
  /** Why the last run was refused, or what became of its answer. */
  refusal: ApiProblem | undefined;
  /** Why the price could not be checked, so that nothing was run. */
  unchecked: ApiProblem | undefined;
  changed: ChangedPrice | undefined;
  runChanged: () => void;
  leaveChanged: () => void;
  /** An earlier run whose answer was lost, or not there yet, when the body was changed. */
  isLost: boolean;
  /** The id of that run, once its answer came: what was changed since is not in it. */
  begunId: string | undefined;
  forgetLost: () => void;
  /**
   * The body with this id is another one now. Says whether the old one was sent, from this page or an earlier one, so that
   * it may have become a workflow.
   */
  reset: (externalId: string) => boolean;
};

/** A press on Run: the body, and the price that the button named for it. */
type Press = { body: RepeatableTemplate; shown: Quote | undefined; isRepeat: boolean; turn: number };

/**
 * What is paid is what was named: run a body once, at the price that is shown, or ask again. The price is asked for anew
 * at each press: what another run or another operator took from a balance since is paid from another one.
 */
export function useRun(shown: Quote | undefined, onDone: (workflow: Workflow) => void, waitSeconds: number = 0): Runs {
  const api = useApi();
  const queryClient = useQueryClient();
  const [changed, setChanged] = useState<ChangedPrice>();
  const [left, setLeft] = useState<{ externalId: string; begunId?: string }>();
  const quoted = useRef(new Map<string, number>());
  const sending = submitMutation(api, queryClient, waitSeconds);
  const submit = useMutation({
    ...sending,
    // Here and not beside the press: a run whose body was changed meanwhile is answered, too.
    onSuccess: (...told) => {
      const [{ id }, { externalId }] = told;
      const price = quoted.current.get(externalId);
      if (id && price !== undefined) rememberQuoted(id, price);
      if (id) setLeft((now) => (now?.externalId === externalId ? { externalId, begunId: id } : now));
      return sending.onSuccess?.(...told);
    },
    onError: (error, { externalId }) => {
      if (!isOutcomeUnknown(toApiProblem(error))) noteRefused(externalId);
    },
  });

  // Two presses may come before anything is drawn again.
  const isUnderWay = useRef(false);
  // Counts what was run: a price that comes for a body that was changed since sends nothing.
  const turn = useRef(0);
  const end = () => {
    isUnderWay.current = false;
  };
  const send = (body: RepeatableTemplate, price: number | undefined) => {
    isUnderWay.current = true;
    // From an earlier page: that page has taken with it whether it was answered.
    if (wasSent(body.externalId)) noteLost(body.externalId);
    noteSent(body.externalId);
    if (price !== undefined) quoted.current.set(body.externalId, price);
    // What became a workflow is not run again: only a failure gives the button back.
    submit.mutate(body, { onSuccess: onDone, onError: end });
  };
  const check = useMutation({
    mutationFn: ({ body }: Press) =>
      queryClient.fetchQuery({ ...quoteQuery(api, body), staleTime: 0, retry: retryRead, retryDelay: retryDelayMs }),
    onSuccess: (latest, { body, shown, isRepeat, turn: began }) => {
      if (began !== turn.current) return;
      if (!shown || !hasPriceChanged(shown, latest)) return send(body, latest.workflow.cost?.total);
      end();
      // Other Buzz pays because other Buzz is there: the balances beside the new price are read anew.
      void queryClient.invalidateQueries({ queryKey: accountKey });
      setChanged({ shown, latest, body, isRepeat });
    },
    onError: (_, { turn: began }) => began === turn.current && end(),
  });
  const refusal = submit.error ? toApiProblem(submit.error) : undefined;
  const isRepeat = refusal !== undefined && isOutcomeUnknown(refusal);

  const press = (body: RepeatableTemplate, named: Quote | undefined) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    turn.current += 1;
    check.mutate({ body, shown: named, isRepeat, turn: turn.current });
  };

  return {
    run: (body) => press(body, shown),
    isRunning: submit.isPending || check.isPending,
    isRepeat,
    awaitedSeconds: submit.isPending ? waitSeconds : 0,
    refusal,
    unchecked: check.error ? toApiProblem(check.error) : undefined,
    changed,
    // The question may have stood there for an hour: its price is held like any other.
    runChanged: () => {
      setChanged(undefined);
      if (changed) press(changed.body, changed.latest);
    },
    leaveChanged: () => setChanged(undefined),
    isLost: left !== undefined && left.begunId === undefined,
    begunId: left?.begunId,
    forgetLost: () => setLeft(undefined),
    reset: (externalId) => {
      const mayBeThere = wasSent(externalId);
      if (mayBeThere) setLeft({ externalId });
      turn.current += 1;
      end();
      submit.reset();
      check.reset();
      return mayBeThere;
    },
  };
}
