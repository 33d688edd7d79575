import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { netByCurrency } from "#contract/cost.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Api } from "./api.ts";
import { ApiProblem } from "./api-problem.ts";
import { isOutcomeUnknown } from "./is-outcome-unknown.ts";
import { forgetLost, isLost, noteLost } from "./lost-answers.ts";
import { askReleasePrice } from "./release-preview.ts";
import { changeWorkflow, rememberWorkflow } from "./workflow-mutations.ts";
import { readWorkflow } from "./workflow-queries.ts";

/** Marks the releases of single workflows among all mutations of a client. */
export const releaseKey = ["release-workflow"] as const;

/**
 * Release a workflow: blue and green come back, yellow pays. After a lost answer the workflow is read again and tells
 * whether it went through; releasing twice is one release anyway. Source: decisions, "Mature content".
 */
export function releaseMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationKey: releaseKey,
    mutationFn: async ({ id, quotedYellow }: ReleaseWish) => {
      const wasReleased = await holdPrice(api, client, id, quotedYellow);
      return { ...(await releaseAndLog(api, id, quotedYellow)), wasReleased };
    },
    onSuccess: ({ workflow }, { id }) => rememberWorkflow(api, client, id, workflow),
  });
}

/**
 * Make sure that a release costs what was named for it, just before it is sent. Another price is put where it is shown,
 * and nothing is released: the operator is asked again. Says whether it is released already, by another operator or by
 * a try whose answer was lost: then it costs nothing more.
 */
async function holdPrice(api: Api, client: QueryClient, id: string, quotedYellow: number): Promise<boolean> {
  const now = await look(api, id);
  if (now.allowMatureContent === true) return true;
  const price = await askReleasePrice(api, client, now);
  if (price?.chargeYellow === quotedYellow) return false;
  await rememberWorkflow(api, client, id, now);
  throw new ReleasePriceChanged(quotedYellow, price?.chargeYellow);
}

/** A release costs something else than was named: nothing was released. */
export class ReleasePriceChanged extends ApiProblem {
  /** In whole Buzz; `nowYellow` is `undefined` when there is no price any more. */
  readonly quotedYellow: number;
  readonly nowYellow: number | undefined;

  constructor(quotedYellow: number, nowYellow: number | undefined) {
    super({ kind: "refused", title: "The price changed", detail: "Look at it again before you release." });
    this.quotedYellow = quotedYellow;
    this.nowYellow = nowYellow;
  }
}

/** Which workflow to release, and the price that was named for it, in whole yellow. */
export type ReleaseWish = { id: string; quotedYellow: number };

/** A released workflow; `isLogged`: that it was written into its metadata, too. */
export type Released = { workflow: Workflow; isLogged: boolean };

/**
 * Release a workflow and write into its metadata when, at which price it was named and what was charged, so that every
 * operator sees it. A log that could not be written takes nothing back. Source: product, "Release desk".
 */
export async function releaseAndLog(api: Api, id: string, quotedYellow: number): Promise<Released> {
  const workflow = await release(api, id);
  const entry = {
    at: new Date().toISOString(),
    quotedYellow,
    chargedYellow: netByCurrency(workflow.transactions)?.yellow,
  };
  const earlier = Array.isArray(workflow.metadata?.releases) ? workflow.metadata.releases : [];
  // Another operator was quicker: one release has one entry.
  if (earlier.length > 0) return { workflow, isLogged: true };
  try {
    const metadata = { ...workflow.metadata, releases: [...earlier, entry] };
    return { workflow: await changeWorkflow(api, id, { metadata }), isLogged: true };
  } catch {
    return { workflow, isLogged: false };
  }
}

/** Neither the release nor a look at the workflow was answered: what is known of the money is nothing. */
export class UnknownRelease extends ApiProblem {
  constructor() {
    super({
      kind: "network",
      title: "No answer from the server",
      detail: "No answer came. Release it again: a workflow is released and charged only once.",
    });
  }
}

async function release(api: Api, id: string): Promise<Workflow> {
  try {
    return await changeWorkflow(api, id, { allowMatureContent: true });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (isOutcomeUnknown(error)) noteLost(id);
    const now = isLost(id) ? await look(api, id) : undefined;
    if (now?.allowMatureContent === true) return now;
    throw error;
  }
}

/** Read a workflow, which tells what became of a release whose answer was lost. Until it does, that is unknown. */
async function look(api: Api, id: string): Promise<Workflow> {
  try {
    const now = await readWorkflow(api, id);
    forgetLost(id);
    return now;
  } catch (error) {
    throw isLost(id) ? new UnknownRelease() : error;
  }
}
